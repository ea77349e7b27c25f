// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/activemultiselect.h"

#include "models/form/fieldhints.h"
#include "ui/form/texteditors.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScopedValueRollback>
#include <QSet>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {
constexpr int kShownRows = 5;
} // namespace

ActiveMultiSelectEditor::ActiveMultiSelectEditor(FormContext &context, const FormField &field, const ActiveProps &props,
                                                 QWidget *parent)
    : ActiveEditor(context, field, props, parent)
    , m_line(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_chosen(new QLabel(this))
    , m_items(new QStandardItemModel(this))
    , m_shown(new QSortFilterProxyModel(this))
{
    m_line->addAction(themedIcon(u"search"_s), QLineEdit::LeadingPosition);
    m_line->setClearButtonEnabled(true);
    m_line->setPlaceholderText(props.allowsNewItems ? tr("Find an entry, or type a new one and press Enter")
                                                    : tr("Find an entry, Enter takes it"));
    m_line->installEventFilter(this);
    m_shown->setSourceModel(m_items);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_shown);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setTabKeyNavigation(false);
    m_list->setAccessibleName(tr("Entries of %1").arg(field.title));
    m_list->setProperty("field", true);
    m_list->setFixedHeight(kShownRows * (fontMetrics().height() + space::s) + 2 * m_list->frameWidth());
    m_chosen->setTextFormat(Qt::PlainText);
    m_chosen->setWordWrap(true);
    m_chosen->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    for (QWidget *part : std::initializer_list<QWidget *>{m_line, m_list})
        part->setEnabled(!field.readOnly);
    column()->addWidget(m_line);
    column()->addWidget(m_list);
    column()->addWidget(m_chosen);
    connect(m_line, &QLineEdit::textChanged, m_shown, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_items, &QStandardItemModel::itemChanged, this, &ActiveMultiSelectEditor::noteToggle);
    updateChosen();
}

QWidget *ActiveMultiSelectEditor::focusTarget() const
{
    return m_line;
}

void ActiveMultiSelectEditor::setWrong(bool wrong)
{
    markWrong(m_list, wrong);
}

QStandardItem *ActiveMultiSelectEditor::itemOf(const QString &text) const
{
    return m_byText.value(text);
}

QStandardItem *ActiveMultiSelectEditor::addItem(const QString &text)
{
    const bool isMandatory = m_mandatory.contains(text);
    auto *item = new QStandardItem(isMandatory ? tr("%1 (always)").arg(text) : text);
    item->setData(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setCheckable(!isMandatory);
    item->setCheckState(isMandatory ? Qt::Checked : Qt::Unchecked);
    m_byText.insert(text, item);
    m_items->appendRow(item);
    return item;
}

std::optional<Json> ActiveMultiSelectEditor::typed() const
{
    Json chosen = m_strangers;
    for (int row = 0; row < m_items->rowCount(); ++row) {
        const QStandardItem *item = m_items->item(row);
        if (item->checkState() == Qt::Checked)
            chosen.push_back(item->data().toString().toStdString());
    }
    if (chosen.empty() && !field().required && !field().defaultValue)
        return std::nullopt;
    return chosen;
}

void ActiveMultiSelectEditor::show(const std::optional<Json> &value)
{
    const QScopedValueRollback showing(m_isShowing, true);
    m_strangers = Json::array();
    QSet<QString> wanted;
    for (std::size_t i = 0; value && value->is_array() && i < value->size(); ++i) {
        const Json &one = (*value)[i];
        if (!one.is_string()) {
            m_strangers.push_back(one);
            continue;
        }
        wanted.insert(toQString(one));
        if (!itemOf(toQString(one)))
            addItem(toQString(one));
    }
    for (int row = 0; row < m_items->rowCount(); ++row) {
        QStandardItem *item = m_items->item(row);
        const QString text = item->data().toString();
        const bool isChosen = wanted.contains(text) || m_mandatory.contains(text);
        item->setCheckState(isChosen ? Qt::Checked : Qt::Unchecked);
    }
    updateChosen();
}

void ActiveMultiSelectEditor::setOptions(const QStringList &options)
{
    const QScopedValueRollback showing(m_isShowing, true);
    const QString current = m_shown->data(m_list->currentIndex(), Qt::UserRole + 1).toString();
    m_byText.clear();
    m_items->clear();
    QStringList all = m_mandatory + options;
    all.removeDuplicates();
    for (const QString &option : std::as_const(all))
        addItem(option);
    show(value());
    if (const QStandardItem *item = itemOf(current))
        m_list->setCurrentIndex(m_shown->mapFromSource(item->index()));
}

void ActiveMultiSelectEditor::take(const ActiveAnswer &answer)
{
    const ActiveTexts options = activeTexts(answer, u"autocomplete"_s);
    const ActiveTexts mandatory = activeTexts(answer, u"mandatory"_s);
    const ActiveTexts chosen = activeTexts(answer, u"value"_s);
    const QStringList problems{options.problem, mandatory.problem, chosen.problem};
    const auto first =
        std::find_if(problems.cbegin(), problems.cend(), [](const QString &text) { return !text.isEmpty(); });
    setRemark(first == problems.cend() ? QString() : *first);
    const bool fillsIn = !isOwn() && !props().skipsInitialValue && !chosen.texts.isEmpty();
    m_mandatory = mandatory.texts;
    Json wanted = m_strangers;
    QStringList texts = m_mandatory;
    if (fillsIn) {
        texts << chosen.texts;
    } else if (const auto now = value(); now && now->is_array()) {
        for (const Json &one : *now) {
            if (one.is_string())
                texts << toQString(one);
        }
    }
    texts.removeDuplicates();
    for (const QString &text : std::as_const(texts))
        wanted.push_back(text.toStdString());
    const auto before = value();
    setOptions(options.texts);
    if (fillsIn || !m_mandatory.isEmpty())
        prefill(wanted.empty() ? before : std::optional(wanted));
}

void ActiveMultiSelectEditor::noteToggle()
{
    if (m_isShowing)
        return;
    updateChosen();
    noteUserEdit();
}

void ActiveMultiSelectEditor::updateChosen()
{
    QStringList names;
    for (int row = 0; row < m_items->rowCount(); ++row) {
        if (m_items->item(row)->checkState() == Qt::Checked)
            names << m_items->item(row)->data().toString();
    }
    m_chosen->setText(names.isEmpty() ? tr("Nothing is chosen.") : tr("Chosen: %1").arg(names.join(u", "_s)));
}

/// Takes the entry that is named, else the only one that is left, else adds what was typed.
void ActiveMultiSelectEditor::enterPressed()
{
    const QString text = m_line->text().trimmed();
    if (text.isEmpty())
        return;
    QStandardItem *item = itemOf(text);
    if (!item && m_shown->rowCount() == 1 && !props().allowsNewItems)
        item = m_items->itemFromIndex(m_shown->mapToSource(m_shown->index(0, 0)));
    if (!item && props().allowsNewItems) {
        const QScopedValueRollback showing(m_isShowing, true);
        item = addItem(text);
    }
    if (!item)
        return;
    const bool isMandatory = m_mandatory.contains(item->data().toString());
    if (!isMandatory)
        item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
    m_line->clear();
    m_list->scrollTo(m_shown->mapFromSource(item->index()));
}

bool ActiveMultiSelectEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_line || event->type() != QEvent::KeyPress)
        return ActiveEditor::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers() == Qt::NoModifier) {
        enterPressed();
        return true;
    }
    if (key->key() == Qt::Key_Down && m_shown->rowCount() > 0) {
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_shown->index(0, 0));
        m_list->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return ActiveEditor::eventFilter(watched, event);
}

QString ActiveMultiSelectEditor::answerText() const
{
    return tr("%n entries of %1", nullptr, m_items->rowCount()).arg(fetch()->origin());
}

} // namespace podium
