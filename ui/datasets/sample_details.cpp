#include "ui/datasets/sample_details.h"

#include "core/imaging/decode.h"
#include "core/session/thumbnails.h"
#include "core/session/workspace.h"
#include "ui/datasets/zoom_view.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <cstring>

namespace labelwright {

namespace {

/// A decoded picture and where the others of its dataset lie.
struct LoadedPicture
{
    std::shared_ptr<const SampleLocations> locations;
    QImage image;   ///< Null when it cannot be read.
    QString problem;
};

QImage imageOf(const Pixels& pixels)
{
    QImage image(pixels.width, pixels.height, QImage::Format_RGB888);
    const auto line = static_cast<std::size_t>(pixels.width) * 3;
    for (int y = 0; y < image.height(); ++y)
        std::memcpy(image.scanLine(y), pixels.data.data() + static_cast<std::size_t>(y) * line,
                    line);
    return image;
}

Result<LoadedPicture> loadFrom(const Project& project, DatasetId dataset, SampleId sample,
                               std::shared_ptr<const SampleLocations> locations)
{
    if (!locations) {
        auto read = sampleLocations(project, dataset);
        if (!read)
            return failureOf(read);
        locations = *read;
    }
    LoadedPicture loaded{locations, {}, {}};
    const auto bytes = SampleReader(locations).read(sample);
    if (!bytes) {
        loaded.problem = bytes.error().summary;
        return loaded;
    }
    const auto pixels = decodeImage(bytes->bytes, ColorMode::Rgb);
    if (pixels)
        loaded.image = imageOf(*pixels);
    else
        loaded.problem = pixels.error().summary;
    return loaded;
}

} // namespace

SampleDetails::SampleDetails(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_picture(new ZoomView(this))
    , m_name(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_factsHost(new QWidget(this))
{
    const int step = gridStep(this);
    m_picture->setObjectName(QStringLiteral("samplePicture"));
    m_name->setObjectName(QStringLiteral("sampleName"));
    m_name->setWordWrap(true);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setHeading(m_name, 3);
    m_problem->setObjectName(QStringLiteral("sampleProblem"));
    m_problem->setWordWrap(true);
    auto* const facts = new QVBoxLayout(m_factsHost);
    facts->setContentsMargins(0, 0, step, 0);
    facts->setSpacing(2 * step);
    facts->addWidget(m_name);
    facts->addWidget(m_problem);
    facts->addStretch();
    auto* const scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_factsHost);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2 * step, 0, 0);
    layout->setSpacing(step);
    layout->addWidget(m_picture, 3);
    layout->addWidget(makePictureBar());
    layout->addWidget(scroll, 4);
    setSample(nullptr, std::nullopt);
}

QWidget* SampleDetails::makePictureBar()
{
    auto* const bar = new QWidget(this);
    auto* const layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep(this));
    layout->addStretch();
    const auto add = [&](const char* iconName, const QString& text, void (ZoomView::*act)()) {
        auto* const button = new QToolButton(bar);
        button->setIcon(icon(QLatin1String(iconName)));
        button->setText(text);
        button->setToolTip(text);
        button->setAccessibleName(text);
        connect(button, &QToolButton::clicked, m_picture, act);
        layout->addWidget(button);
    };
    add("zoom-out", tr("Zoom out (−)"), &ZoomView::zoomOut);
    add("zoom-fit", tr("Fit (F)"), &ZoomView::fit);
    add("zoom-in", tr("Zoom in (+)"), &ZoomView::zoomIn);
    return bar;
}

void SampleDetails::setSample(const ContentsPointer& contents, std::optional<std::size_t> row)
{
    delete m_facts;
    m_facts = nullptr;
    m_problem->setVisible(false);
    const bool any = contents != nullptr && row.has_value();
    const SampleId before = m_sample;
    m_contents = contents;
    m_sample = any ? contents->samples[*row].id : SampleId();
    if (m_sample != before)
        m_workspace.jobs().cancel(m_job);
    if (!any) {
        m_name->setText({});
        m_picture->setText(tr("No image is chosen"));
        return;
    }
    const Sample& sample = contents->samples[*row];
    m_name->setText(sample.name);
    showFacts(sample, *row);
    if (m_sample == before && m_picture->hasImage())
        return;
    const QImage preview = m_workspace.thumbnails().find(m_sample);
    if (preview.isNull())
        m_picture->setText(tr("Loading …"));
    else
        m_picture->setImage(preview);
    loadPicture();
}

void SampleDetails::loadPicture()
{
    const auto known = m_locationsOf == m_contents ? m_locations : nullptr;
    m_job = m_workspace.run<LoadedPicture>(
        {}, this,
        [dataset = m_contents->dataset.id, sample = m_sample, known](
            Project& project, const ProgressCallback&, const std::stop_token& stop)
            -> Result<LoadedPicture> {
            if (stop.stop_requested())
                return tl::unexpected(cancelledError());
            return loadFrom(project, dataset, sample, known);
        },
        [this, contents = m_contents, sample = m_sample](Result<LoadedPicture> loaded) {
            if (sample != m_sample || !loaded)
                return;
            m_locations = loaded->locations;
            m_locationsOf = contents;
            if (loaded->image.isNull())
                m_picture->setText(loaded->problem);
            else if (m_picture->hasImage())
                m_picture->refine(loaded->image);
            else
                m_picture->setImage(loaded->image);
        });
}

void SampleDetails::addFact(const QString& name, const QString& value, const char* objectName)
{
    if (value.isEmpty())
        return;
    const int line = m_grid->rowCount();
    auto* const title = new QLabel(name, m_facts);
    setMuted(title);
    auto* const text = new QLabel(value, m_facts);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (objectName != nullptr)
        text->setObjectName(QLatin1String(objectName));
    m_grid->addWidget(title, line, 0, Qt::AlignTop);
    m_grid->addWidget(text, line, 1);
}

QString SampleDetails::labelsInState(std::size_t row, Annotation state) const
{
    QStringList names;
    for (qsizetype i = 0; i < m_contents->labels.size(); ++i)
        if (m_contents->snapshot.annotations.at(row, static_cast<std::size_t>(i)) == state)
            names.append(m_contents->labels[i]);
    return names.join(QStringLiteral(", "));
}

void SampleDetails::showFacts(const Sample& sample, std::size_t row)
{
    const int step = gridStep(this);
    m_facts = new QWidget(m_factsHost);
    m_grid = new QGridLayout(m_facts);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(3 * step);
    m_grid->setVerticalSpacing(step);
    m_grid->setColumnStretch(1, 1);
    addFact(tr("✓ Present"), labelsInState(row, Annotation::Present), "samplePresent");
    addFact(tr("✗ Absent"), labelsInState(row, Annotation::Absent), "sampleAbsent");
    addFact(tr("· Unknown"), labelsInState(row, Annotation::Unknown), "sampleUnknown");
    const auto& subset = m_contents->snapshot.subsets[row];
    addFact(tr("Subset"), subset ? subsetTitle(*subset) : tr("None"), "sampleSubset");
    if (sample.width > 0)
        addFact(tr("Size"), tr("%1 × %2 pixels").arg(sample.width).arg(sample.height));
    if (sample.bytes > 0)
        addFact(tr("File"), QLocale().formattedDataSize(sample.bytes));
    addFact(tr("Kept"), sample.keeping == Keeping::Copy ? tr("as a copy in the project")
                                                        : tr("where it was imported from"));
    addFact(tr("Group"), sample.group);
    for (qsizetype i = 0; i < m_contents->fields.columns.size(); ++i)
        addFact(m_contents->fields.columns[i], m_contents->fields.rows[row].value(i));
    if (sample.check == CheckState::Pending)
        addFact(tr("Check"), tr("still to come"));
    if (!sample.problem.isEmpty()) {
        m_problem->setText(QStringLiteral("⚠ ") + sample.problem);
        m_problem->setStyleSheet(QStringLiteral("color: %1").arg(colorsOf(palette()).bad.name()));
        m_problem->setVisible(true);
    }
    static_cast<QVBoxLayout*>(m_factsHost->layout())->insertWidget(2, m_facts);
}

} // namespace labelwright
