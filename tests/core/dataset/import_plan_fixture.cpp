#include "tests/core/dataset/import_plan_fixture.h"

namespace labelwright::tests {

std::string cellsOf(const ImportPlan& plan)
{
    std::string text;
    for (std::size_t sample = 0; sample < plan.annotations.samples(); ++sample) {
        text += sample > 0 ? " " : "";
        for (const Annotation value : plan.annotations.row(sample))
            text += value == Annotation::Unknown ? '?' : value == Annotation::Present ? '1' : '0';
    }
    return text;
}

std::string namesOf(const ImportPlan& plan)
{
    QStringList names;
    for (const PlannedSample& sample : plan.samples)
        names.append(sample.name);
    return names.join(u' ').toStdString();
}

std::string labelsOf(const ImportPlan& plan)
{
    return plan.labels.join(u',').toStdString();
}

Issue issueOf(const ImportPlan& plan, IssueKind kind)
{
    for (const Issue& issue : plan.issues)
        if (issue.kind == kind)
            return issue;
    return {};
}

std::vector<NamedBytes> withImages(const QByteArray& index, int images)
{
    std::vector<NamedBytes> files{{u"index.csv"_qs, index}};
    for (int i = 0; i < images; ++i)
        files.emplace_back(QStringLiteral("images/%1.png").arg(QChar(u'a' + i)), pngImage(i));
    return files;
}

Result<ImportPlan> ImportPlanTest::planOf(const QByteArray& index, const ImportOptions& options)
{
    return planFiles(withImages(index), options);
}

Result<ImportPlan> ImportPlanTest::planFiles(const std::vector<NamedBytes>& files,
                                             const ImportOptions& options)
{
    const QString folder = m_folder.filePath(QString::number(m_count++));
    return planImport(makeFolder(folder, files), options);
}

} // namespace labelwright::tests
