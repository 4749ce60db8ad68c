#pragma once

#include "core/session/endpoint_host.h"
#include "ui/step_page.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace labelwright {

/// The project's service: whether it runs, where it listens, starting and stopping it.
class ApiServiceCard : public QFrame
{
    Q_OBJECT

public:
    explicit ApiServiceCard(const UiContext& context, QWidget* parent = nullptr);

    /// Where the shown deployment is called.
    void setUrl(const QString& url);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeStateRow();
    QWidget* makeUrlRow();
    QWidget* makePlace();
    QWidget* makeTls();
    QLineEdit* addFile(QGridLayout* grid, const QString& label, const QString& name,
                       const QString& title);
    void showState();
    void showReach();
    void showSettings(const EndpointSettings& settings);
    [[nodiscard]] EndpointSettings chosen() const;
    void startOrStop();
    void start();
    void setProblem(const QString& sentence);

    UiContext m_context;
    EndpointHost& m_host;
    QLabel* m_icon = nullptr;
    QLabel* m_word = nullptr;
    QPushButton* m_start = nullptr;
    QLabel* m_problem = nullptr;
    QLineEdit* m_url = nullptr;
    QWidget* m_place = nullptr;
    QComboBox* m_address = nullptr;
    QSpinBox* m_port = nullptr;
    QLabel* m_reach = nullptr;
    QCheckBox* m_encrypt = nullptr;
    QWidget* m_files = nullptr;
    QLineEdit* m_certificate = nullptr;
    QLineEdit* m_key = nullptr;
};

} // namespace labelwright
