#include "ui/datasets/import_choices.h"

#include "ui/datasets/check_list.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>

namespace labelwright {

namespace {

/// Adds the entries and chooses one; "none" stands for the empty name.
void fill(QComboBox* combo, const QStringList& names, const QString& chosen, const QString& none)
{
    combo->clear();
    if (!none.isEmpty())
        combo->addItem(none, QString());
    for (const QString& name : names)
        combo->addItem(name, name);
    combo->setCurrentIndex(combo->findData(chosen));
}

void chooseData(QComboBox* combo, int value)
{
    combo->setCurrentIndex(combo->findData(value));
}

template <class Enum>
Enum chosen(const QComboBox* combo)
{
    return static_cast<Enum>(combo->currentData().toInt());
}

/// Candidates for the image column first.
QStringList imageColumns(const ImportDraft& draft)
{
    QStringList columns;
    if (draft.plan) {
        columns.append(draft.plan->imageColumn);
        columns += draft.plan->otherImageColumns;
    }
    for (const QString& column : draft.preview.columns)
        if (!columns.contains(column))
            columns.append(column);
    return columns;
}

} // namespace

ImportChoices::ImportChoices(QWidget* parent) : QWidget(parent), m_form(new QFormLayout)
{
    const QScopedValueRollback filling(m_filling, true);
    const int step = gridStep(this);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 2 * step, 0);
    layout->addLayout(m_form);
    layout->addStretch();
    m_form->setVerticalSpacing(2 * step);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    addTarget();
    addColumns();
    addMeanings();
    centreLabels(m_form);
}

QComboBox* ImportChoices::addCombo(const QString& title, const char* name)
{
    auto* const combo = new QComboBox(this);
    combo->setObjectName(QLatin1String(name));
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(12);
    auto* const label = new QLabel(title, this);
    label->setBuddy(combo);
    m_form->addRow(label, combo);
    connect(combo, &QComboBox::currentIndexChanged, this, [this] {
        if (m_filling)
            return;
        showRows();
        Q_EMIT optionsChanged();
    });
    return combo;
}

void ImportChoices::addTarget()
{
    m_target = new QComboBox(this);
    m_target->setObjectName(QStringLiteral("importTarget"));
    auto* const targetLabel = new QLabel(tr("Import into"), this);
    targetLabel->setBuddy(m_target);
    m_form->addRow(targetLabel, m_target);
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("importName"));
    auto* const nameLabel = new QLabel(tr("Name"), this);
    nameLabel->setBuddy(m_name);
    m_form->addRow(nameLabel, m_name);
    connect(m_target, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_filling)
            showRows();
        Q_EMIT targetChanged();
    });
    connect(m_name, &QLineEdit::textChanged, this, &ImportChoices::targetChanged);
}

void ImportChoices::addColumns()
{
    m_image = addCombo(tr("Image paths"), "importImageColumn");
    m_image->setPlaceholderText(tr("found by themselves"));
    m_labelForm = addCombo(tr("Labels"), "importLabelForm");
    m_labelForm->addItem(tr("One column each"), static_cast<int>(LabelForm::Columns));
    m_labelForm->addItem(tr("One column of tags"), static_cast<int>(LabelForm::Tags));
    m_labelForm->addItem(tr("None (label later)"), static_cast<int>(LabelForm::None));
    m_labels = new CheckList(tr("label columns"), this);
    m_labels->setObjectName(QStringLiteral("importLabels"));
    m_form->addRow(m_labels);
    connect(m_labels, &CheckList::changed, this, &ImportChoices::optionsChanged);
    m_tags = addCombo(tr("Tags"), "importTagColumn");
    m_subset = addCombo(tr("Subset"), "importSubsetColumn");
    m_subsetHint = new QLabel(tr("Without one, images are split at random: 80 % training, 10 % "
                                 "validation, 10 % test."),
                              this);
    m_subsetHint->setObjectName(QStringLiteral("importSubsetHint"));
    m_subsetHint->setWordWrap(true);
    setMuted(m_subsetHint);
    m_form->addRow(m_subsetHint);
    m_group = addCombo(tr("Group"), "importGroupColumn");
    m_group->setToolTip(tr("Images with the same value stay together in one subset: a song, a "
                           "camera, a patient."));
}

void ImportChoices::addMeanings()
{
    m_blank = addCombo(tr("A blank cell means"), "importBlank");
    m_unlisted = addCombo(tr("A label not listed is"), "importUnlisted");
    for (QComboBox* combo : {m_blank, m_unlisted}) {
        combo->addItem(tr("unknown"), static_cast<int>(Annotation::Unknown));
        combo->addItem(tr("absent"), static_cast<int>(Annotation::Absent));
    }
    m_withoutRow = addCombo(tr("Images without a row"), "importWithoutRow");
    m_withoutRow->addItem(tr("come in unlabelled"),
                          static_cast<int>(ImagesWithoutRow::TakeAsUnknown));
    m_withoutRow->addItem(tr("stay out"), static_cast<int>(ImagesWithoutRow::LeaveOut));
    m_keeping = new QComboBox(this);
    m_keeping->setObjectName(QStringLiteral("importKeeping"));
    m_keeping->addItem(tr("copied into the project"), static_cast<int>(Keeping::Copy));
    m_keeping->addItem(tr("left where they are"), static_cast<int>(Keeping::Reference));
    auto* const label = new QLabel(tr("Images are"), this);
    label->setBuddy(m_keeping);
    m_form->addRow(label, m_keeping);
}

void ImportChoices::start(const QString& name, const QStringList& datasets)
{
    const QScopedValueRollback filling(m_filling, true);
    m_datasets = datasets;
    m_target->clear();
    m_target->addItem(tr("a new dataset"), QString());
    for (const QString& dataset : datasets)
        m_target->addItem(dataset, dataset);
    QString free = name;
    for (int number = 2; datasets.contains(free); ++number)
        free = QStringLiteral("%1 %2").arg(name).arg(number);
    m_name->setText(free);
    m_keeping->setCurrentIndex(0);
    m_options = {};
    m_hasIndex = false;
    showRows();
}

void ImportChoices::setDraft(const ImportDraft& draft)
{
    const QScopedValueRollback filling(m_filling, true);
    m_hasIndex = !draft.preview.columns.isEmpty();
    m_options = draft.plan ? explicitOptions(*draft.plan, draft.options) : draft.options;
    fillColumns(draft);
    chooseData(m_blank, static_cast<int>(m_options.blank));
    chooseData(m_unlisted, static_cast<int>(m_options.unlisted));
    chooseData(m_withoutRow, static_cast<int>(m_options.imagesWithoutRow));
    showRows();
}

void ImportChoices::fillColumns(const ImportDraft& draft)
{
    const QString none = tr("(none)");
    const QStringList& columns = draft.preview.columns;
    fill(m_image, imageColumns(draft), m_options.imageColumn, {});
    fill(m_tags, columns, m_options.tagColumn, none);
    fill(m_subset, columns, m_options.subsetColumn, none);
    fill(m_group, columns, m_options.groupColumn, none);
    LabelForm form = LabelForm::Columns;
    if (!m_options.tagColumn.isEmpty())
        form = LabelForm::Tags;
    else if (m_options.labels == LabelSearch::Unlabelled)
        form = LabelForm::None;
    // A person who is choosing columns keeps the list, even while none is ticked.
    const bool choosing = !draft.plan && labelForm() == LabelForm::Tags;
    chooseData(m_labelForm, static_cast<int>(choosing ? LabelForm::Tags : form));
    QStringList candidates = columns;
    candidates.removeAll(m_options.imageColumn);
    m_labels->setNames(candidates, m_options.labelColumns);
    const int rows = std::clamp(static_cast<int>(candidates.size()), 3, 9);
    m_labels->setFixedHeight((18 + 6 * rows) * gridStep(this));
}

ImportChoices::LabelForm ImportChoices::labelForm() const
{
    return static_cast<LabelForm>(m_labelForm->currentData().toInt());
}

void ImportChoices::showRows()
{
    const LabelForm form = labelForm();
    for (QWidget* field : {static_cast<QWidget*>(m_image), static_cast<QWidget*>(m_labelForm),
                           static_cast<QWidget*>(m_subset), static_cast<QWidget*>(m_group),
                           static_cast<QWidget*>(m_withoutRow)})
        m_form->setRowVisible(field, m_hasIndex);
    m_form->setRowVisible(m_subsetHint,
                          m_hasIndex && m_subset->currentData().toString().isEmpty()
                              && target() == ImportTarget::NewDataset);
    m_form->setRowVisible(m_labels, m_hasIndex && form == LabelForm::Columns);
    m_form->setRowVisible(m_tags, m_hasIndex && form == LabelForm::Tags);
    m_form->setRowVisible(m_blank, m_hasIndex && form == LabelForm::Columns);
    m_form->setRowVisible(m_unlisted, !m_hasIndex || form == LabelForm::Tags);
    m_form->setRowVisible(m_name, target() == ImportTarget::NewDataset);
}

ImportOptions ImportChoices::options() const
{
    ImportOptions options = m_options;
    options.blank = chosen<Annotation>(m_blank);
    options.unlisted = chosen<Annotation>(m_unlisted);
    options.imagesWithoutRow = chosen<ImagesWithoutRow>(m_withoutRow);
    if (!m_hasIndex)
        return options;
    options.specialColumns = SpecialColumns::OnlyNamed;
    options.imageColumn = m_image->currentData().toString();
    options.subsetColumn = m_subset->currentData().toString();
    options.groupColumn = m_group->currentData().toString();
    options.tagColumn.clear();
    options.labelColumns.clear();
    options.labels = LabelSearch::Required;
    if (labelForm() == LabelForm::Columns)
        options.labelColumns = m_labels->checked();
    else if (labelForm() == LabelForm::Tags)
        options.tagColumn = m_tags->currentData().toString();
    else
        options.labels = LabelSearch::Unlabelled;
    return options;
}

QString ImportChoices::datasetName() const
{
    return target() == ImportTarget::NewDataset ? m_name->text().trimmed()
                                                : m_target->currentData().toString();
}

ImportTarget ImportChoices::target() const
{
    return m_target->currentIndex() > 0 ? ImportTarget::ExistingDataset
                                        : ImportTarget::NewDataset;
}

Keeping ImportChoices::keeping() const
{
    return chosen<Keeping>(m_keeping);
}

QString ImportChoices::optionsProblem() const
{
    if (m_hasIndex && labelForm() == LabelForm::Columns && m_labels->checked().isEmpty())
        return tr("Tick the columns that are labels, or import the images without labels.");
    if (m_hasIndex && labelForm() == LabelForm::Tags && m_tags->currentIndex() <= 0)
        return tr("Choose the column that holds the tags.");
    return {};
}

QString ImportChoices::nameProblem() const
{
    if (target() == ImportTarget::ExistingDataset)
        return {};
    if (datasetName().isEmpty())
        return tr("Give the dataset a name.");
    if (m_datasets.contains(datasetName()))
        return tr("There is a dataset of this name: choose another, or import into that one.");
    return {};
}

} // namespace labelwright
