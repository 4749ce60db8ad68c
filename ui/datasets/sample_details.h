#pragma once

#include "core/project/sample_reader.h"
#include "core/session/job_runner.h"
#include "ui/datasets/dataset_contents.h"

#include <QWidget>

#include <optional>

class QGridLayout;
class QLabel;

namespace labelwright {

class Workspace;
class ZoomView;

/// One sample closely: its picture in full, its labels by state, and all else that is known of it.
class SampleDetails : public QWidget
{
    Q_OBJECT

public:
    explicit SampleDetails(Workspace& workspace, QWidget* parent = nullptr);

    /// Nothing: no sample is in front.
    void setSample(const ContentsPointer& contents, std::optional<std::size_t> row);

    [[nodiscard]] ZoomView& picture() { return *m_picture; }

private:
    void loadPicture();
    void showFacts(const Sample& sample, std::size_t row);
    void addFact(const QString& name, const QString& value, const char* objectName = nullptr);
    [[nodiscard]] QString labelsInState(std::size_t row, Annotation state) const;
    [[nodiscard]] QWidget* makePictureBar();

    Workspace& m_workspace;
    ZoomView* m_picture;
    QLabel* m_name;
    QLabel* m_problem;
    QWidget* m_facts = nullptr;
    QGridLayout* m_grid = nullptr;
    QWidget* m_factsHost;
    ContentsPointer m_contents;
    SampleId m_sample;
    JobId m_job = 0;
    /// Where images lie; read with the first picture of these contents.
    std::shared_ptr<const SampleLocations> m_locations;
    ContentsPointer m_locationsOf;
};

} // namespace labelwright
