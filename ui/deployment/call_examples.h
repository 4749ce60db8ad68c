#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace labelwright {

/// What examples of calls are filled with.
struct CallTarget
{
    QString url;     ///< Of the service: "http://127.0.0.1:8080".
    qint64 id = 0;   ///< Of the deployment.
    QString name;    ///< In URLs of the Open Inference Protocol.
    QString inputName;
    QStringList outputNames;
    bool isPublic = false;
    QString secret;  ///< Of a token; empty: "<token>" stands there.
    QString projectFolder;
};

/// A text that runs as it stands, in a folder that holds photo.jpg.
struct CallExample
{
    QString title;
    QString text;
};

/// Where the deployment is called: "http://127.0.0.1:8080/deployment/3/forward".
QString forwardUrl(const CallTarget& target);

/// curl with rows and with a form, Python without packages, the Open Inference Protocol, and this
/// application's own command line.
std::vector<CallExample> callExamples(const CallTarget& target);

} // namespace labelwright
