#include "tests/core/deployment/export_peers.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>
#include <QStringList>

namespace labelwright::tests {

namespace {

QString script(const QString& name)
{
    return QString(LABELWRIGHT_SOURCE_DIR "/tests/peers/") + name;
}

/// Where packaging/test.sh installs what comes from npm, unless LABELWRIGHT_NODE_MODULES says so.
QString nodeModules()
{
    return qEnvironmentVariable("LABELWRIGHT_NODE_MODULES",
                                LABELWRIGHT_BINARY_DIR "/peers/onnxruntime/node_modules");
}

QStringList commandFor(ExportPeer peer)
{
    switch (peer) {
    case ExportPeer::OnnxRuntime: return {"node", script("onnxruntime/scores.js")};
    case ExportPeer::OnnxChecker: return {"/usr/bin/python3", script("onnx_check.py")};
    case ExportPeer::PythonTorch: return {"/usr/bin/python3", script("torchscript_scores.py")};
    }
    return {};
}

bool pythonHasModule(const QString& name)
{
    return QProcess::execute("/usr/bin/python3",
                             {"-c", "import importlib.util as u, sys\n"
                                    "sys.exit(u.find_spec('" + name + "') is None)"})
           == 0;
}

} // namespace

QString peerIsMissing(ExportPeer peer)
{
    if (peer == ExportPeer::OnnxRuntime)
        return QFileInfo(nodeModules() + "/onnxruntime-node").isDir()
                   ? QString()
                   : "onnxruntime-node is not in " + nodeModules()
                         + ": run packaging/test.sh, or set LABELWRIGHT_NODE_MODULES";
    const QString module = peer == ExportPeer::OnnxChecker ? "onnx" : "torch";
    return pythonHasModule(module) ? QString() : "python3-" + module + " is not installed";
}

Result<QJsonArray> askPeer(ExportPeer peer, const QString& manifest)
{
    QStringList command = commandFor(peer);
    const QString program = command.takeFirst();
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert("NODE_PATH", nodeModules());
    process.setProcessEnvironment(environment);
    process.start(program, command << manifest);
    if (!process.waitForFinished(300'000) || process.exitStatus() != QProcess::NormalExit
        || process.exitCode() != 0)
        return failure(program + " failed", process.readAllStandardError());
    return QJsonDocument::fromJson(process.readAllStandardOutput()).array();
}

} // namespace labelwright::tests
