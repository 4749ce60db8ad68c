#include "ui/deployment/try_panel.h"

#include "core/session/prediction_job.h"
#include "core/session/workspace.h"
#include "ui/deployment/picture_view.h"
#include "ui/deployment/score_panel.h"
#include "ui/deployment/strip_delegate.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QBuffer>
#include <QCheckBox>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QShortcut>
#include <QSlider>
#include <QSplitter>
#include <QUrl>
#include <QVBoxLayout>

namespace labelwright {

namespace {

constexpr const char* imageFilter =
    QT_TRANSLATE_NOOP("labelwright::TryPanel",
                      "Images (*.jpg *.jpeg *.png *.gif *.webp *.bmp *.tif *.tiff);;All files (*)");

QStringList localPaths(const QMimeData& data)
{
    QStringList paths;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    return paths;
}

QByteArray pngOf(const QImage& picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG", 80);
    return bytes;
}

std::vector<LabelScore> scoresOf(const ServedModel& model, const Prediction& prediction)
{
    std::vector<LabelScore> scores;
    for (qsizetype i = 0; i < model.labels.size(); ++i) {
        const auto place = static_cast<std::size_t>(i);
        scores.push_back({model.labels.at(i), static_cast<double>(prediction.scores[place]),
                          static_cast<double>(model.thresholds[place]), prediction.present[place]});
    }
    return scores;
}

QPushButton* iconButton(const QString& iconName, const QString& text, const QString& name,
                        QWidget* parent)
{
    auto* const button = new QPushButton(icon(iconName), text, parent);
    button->setObjectName(name);
    return button;
}

} // namespace

TryPanel::TryPanel(const UiContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_images(new TriedImages(this))
{
    setObjectName(QStringLiteral("tryPanel"));
    setAcceptDrops(true);
    const int step = gridStep(this);
    auto* const splitter = new QSplitter(this);
    splitter->addWidget(makeImageSide());
    m_scores = new ScorePanel(splitter);
    splitter->addWidget(m_scores);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(4 * step);
    splitter->setStretchFactor(0, 4);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({120 * step, 90 * step});
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2 * step, 0, 0);
    layout->setSpacing(2 * step);
    layout->addWidget(makeButtons());
    layout->addWidget(splitter, 1);
    connect(m_scores, &ScorePanel::labelSelected, this, &TryPanel::showWhy);
    // Works wherever the focus is while this panel is in sight; text fields keep their own.
    auto* const shortcut = new QShortcut(QKeySequence::Paste, this);
    connect(shortcut, &QShortcut::activated, this, &TryPanel::paste);
    showCurrent();
}

QWidget* TryPanel::makeButtons()
{
    auto* const bar = new QWidget(this);
    auto* const layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridStep(this));
    auto* const chooseButton =
        iconButton(QStringLiteral("image"), tr("Choose image…"), QStringLiteral("tryChoose"), bar);
    auto* const pasteButton =
        iconButton(QStringLiteral("paste"), tr("Paste"), QStringLiteral("tryPaste"), bar);
    pasteButton->setToolTip(tr("Try the image on the clipboard (Ctrl+V)"));
    auto* const folderButton = iconButton(QStringLiteral("table"), tr("Folder to table…"),
                                          QStringLiteral("tryFolder"), bar);
    folderButton->setToolTip(tr("Predict every image of a folder into a CSV table"));
    layout->addWidget(chooseButton);
    layout->addWidget(pasteButton);
    layout->addWidget(folderButton);
    layout->addStretch();
    layout->addWidget(makeWhyControls());
    connect(chooseButton, &QPushButton::clicked, this, &TryPanel::choose);
    connect(pasteButton, &QPushButton::clicked, this, &TryPanel::paste);
    connect(folderButton, &QPushButton::clicked, this, &TryPanel::predictFolderToTable);
    return bar;
}

QWidget* TryPanel::makeWhyControls()
{
    auto* const controls = new QWidget(this);
    auto* const layout = new QHBoxLayout(controls);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridStep(this));
    m_why = new QCheckBox(tr("Show where it was seen"), controls);
    m_why->setObjectName(QStringLiteral("tryWhy"));
    m_why->setToolTip(tr("Lay over the image where the selected label is seen"));
    m_strength = new QSlider(Qt::Horizontal, controls);
    m_strength->setObjectName(QStringLiteral("tryWhyStrength"));
    m_strength->setAccessibleName(tr("Strength of the overlay, per cent"));
    m_strength->setToolTip(tr("Strength of the overlay"));
    m_strength->setRange(0, 100);
    m_strength->setValue(70);
    m_strength->setEnabled(false);
    m_strength->setFixedWidth(25 * gridStep(this));
    auto* const strength = new QLabel(tr("Strength"), controls);
    strength->setBuddy(m_strength);
    strength->setEnabled(false);
    layout->addWidget(m_why);
    layout->addWidget(strength);
    layout->addWidget(m_strength);
    connect(m_why, &QCheckBox::toggled, strength, &QWidget::setEnabled);
    connect(m_why, &QCheckBox::toggled, m_strength, &QWidget::setEnabled);
    connect(m_why, &QCheckBox::toggled, this, &TryPanel::showWhy);
    connect(m_strength, &QSlider::valueChanged, this,
            [this](int percent) { m_picture->setHeatStrength(percent / 100.0); });
    return controls;
}

QWidget* TryPanel::makeImageSide()
{
    const int step = gridStep(this);
    auto* const side = new QWidget(this);
    m_picture = new PictureView(side);
    m_picture->setObjectName(QStringLiteral("tryPicture"));
    m_caption = new QLabel(side);
    m_caption->setObjectName(QStringLiteral("tryCaption"));
    m_caption->setWordWrap(true);
    m_caption->setTextFormat(Qt::PlainText);
    setMuted(m_caption);
    m_strip = new QListView(side);
    m_strip->setObjectName(QStringLiteral("tryStrip"));
    m_strip->setAccessibleName(tr("Tried images"));
    m_strip->setModel(m_images);
    m_strip->setViewMode(QListView::IconMode);
    m_strip->setFlow(QListView::LeftToRight);
    m_strip->setWrapping(false);
    m_strip->setMovement(QListView::Static);
    m_strip->setItemDelegate(new StripDelegate(m_strip));
    m_strip->setUniformItemSizes(true);
    m_strip->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_strip->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_strip->setFixedHeight(24 * step);
    m_strip->setAcceptDrops(false);
    auto* const layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(step);
    layout->addWidget(m_picture, 1);
    layout->addWidget(m_caption);
    layout->addWidget(m_strip);
    connect(m_strip->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &TryPanel::showCurrent);
    return side;
}

void TryPanel::setDeployment(const Deployment& deployment,
                             std::shared_ptr<const PredictionService> service)
{
    if (deployment.id != m_deployment.id) {
        m_images->clear();
        m_whyRunning = 0;
        m_deployment = deployment;
        showCurrent();
    }
    m_deployment = deployment;
    m_service = std::move(service);
}

const TriedEntry* TryPanel::current() const
{
    return m_images->at(m_strip->currentIndex().row());
}

void TryPanel::setCaption(const QString& text)
{
    // Long file names must not widen the panel.
    m_caption->setText(fontMetrics().elidedText(text, Qt::ElideMiddle, 110 * gridStep(this)));
    m_caption->setToolTip(text);
}

void TryPanel::run(const QString& title, TryWork work)
{
    if (!m_service)
        return;
    m_context.workspace.jobs().start<std::vector<TriedImage>>(
        title, this, std::move(work),
        [this, id = m_deployment.id](Result<std::vector<TriedImage>> images) {
            if (!images && !isCancelled(images.error()))
                Q_EMIT failed(images.error());
            if (images && id == m_deployment.id)
                show(*std::move(images));
        });
}

void TryPanel::tryPaths(const QStringList& paths)
{
    run(tr("Trying images"), [service = m_service, paths](const ProgressCallback& progress,
                                                          std::stop_token stop)
            -> Result<std::vector<TriedImage>> {
        const auto files = imageFilesIn(paths);
        if (!files)
            return failureOf(files);
        // More would not stay in the strip.
        const auto most = static_cast<qsizetype>(TriedImages::most);
        return tryFiles(*service, files->mid(0, most), progress, std::move(stop));
    });
}

void TryPanel::tryPicture(const QImage& picture)
{
    run({}, [service = m_service, picture, name = tr("Pasted image")](const ProgressCallback&,
                                                                      std::stop_token)
            -> Result<std::vector<TriedImage>> {
        return std::vector<TriedImage>{tryImage(*service, name, pngOf(picture))};
    });
}

void TryPanel::show(std::vector<TriedImage> images)
{
    const auto added = static_cast<int>(images.size());
    m_images->add(std::move(images));
    m_strip->setCurrentIndex(m_images->index(std::max(0, m_images->rowCount() - added)));
    showCurrent();
}

void TryPanel::showCurrent()
{
    const TriedEntry* const entry = current();
    m_strip->setVisible(m_images->rowCount() > 0);
    m_caption->setVisible(entry != nullptr);
    if (entry == nullptr) {
        m_picture->setPicture({});
        m_picture->setHeat({});
        m_scores->setScores({});
        return;
    }
    const auto& prediction = entry->image.prediction;
    m_picture->setPicture(entry->image.picture,
                          prediction ? tr("This image cannot be shown.")
                                     : prediction.error().summary);
    if (prediction && m_service)
        m_scores->setScores(scoresOf(m_service->model(), *prediction));
    else if (!prediction)
        m_scores->setProblem(prediction.error().summary);
    showWhy();
}

bool TryPanel::take(const QMimeData& given)
{
    const QStringList paths = localPaths(given);
    if (!paths.isEmpty())
        tryPaths(paths);
    else if (given.hasImage())
        tryPicture(qvariant_cast<QImage>(given.imageData()));
    else
        return false;
    return true;
}

void TryPanel::paste()
{
    const QMimeData* const clip = QGuiApplication::clipboard()->mimeData();
    if (clip == nullptr || !take(*clip))
        Q_EMIT told(tr("The clipboard holds no image; copy one first."));
}

void TryPanel::choose()
{
    const QString path =
        m_context.dialogs.openFile(this, {tr("Choose an image to try"), tr(imageFilter), {}});
    if (!path.isEmpty())
        tryPaths({path});
}

} // namespace labelwright
