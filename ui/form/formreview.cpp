// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/formreview.h"

#include "models/form/fieldhints.h"
#include "models/form/secrets.h"
#include "ui/widgets/icons.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostLines = 2'000; ///< more than anyone reads; the JSON beside has it all
constexpr qsizetype kMostText = 300;
constexpr int kPointerRole = Qt::UserRole;
constexpr int kHiddenRole = Qt::UserRole + 1;
enum Column { Field, Value, Wrong };

QString shownText(const Json &value)
{
    QString text = value.is_structured() ? (value.is_array() ? u"[]"_s : u"{}"_s) : choiceLabel(value);
    text = text.left(kMostText + 1).simplified();
    return text.size() > kMostText ? QString(text.left(kMostText) % u'…') : text;
}

QString parentOf(const QString &pointer)
{
    return pointer.left(qMax<qsizetype>(pointer.lastIndexOf(u'/'), 0));
}

} // namespace

struct FormReview::Filling
{
    Json value;
    std::optional<Json> storable; ///< the value without secrets
    QHash<QString, Known> known;
    QList<FieldError> problems;
};

FormReview::FormReview(QWidget *parent)
    : QWidget(parent)
    , m_tree(new QTreeWidget(this))
    , m_hidden(new QCheckBox(tr("Show &hidden values"), this))
    , m_heading(new QLabel(tr("This will be sent"), this))
{
    m_heading->setFont(strongFont(font()));
    m_heading->setBuddy(m_tree);
    m_tree->setHeaderLabels({tr("Field"), tr("Value"), tr("Still wrong")});
    m_tree->setAccessibleName(tr("Review of the input"));
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setStretchLastSection(true);
    m_tree->setToolTip(tr("Enter leads to the field"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_heading);
    head->addStretch();
    head->addWidget(m_hidden);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(head);
    column->addWidget(m_tree, 1);
    connect(m_hidden, &QCheckBox::toggled, this, &FormReview::showHidden);
    connect(m_tree, &QTreeWidget::itemActivated, this,
            [this](QTreeWidgetItem *item) { Q_EMIT pointerAsked(item->data(Field, kPointerRole).toString()); });
}

void FormReview::setContent(const Json &value, const SharedJson &schema, const QHash<QString, Known> &known,
                            const QList<FieldError> &problems)
{
    const auto work = [=]() -> Result<Filling> {
        return Filling{value, withoutSecrets(schema, value), known, problems};
    };
    m_pending = deliver(runOnWorker<Filling>(work), this, [this](const Result<Filling> &filling) {
        if (filling)
            fill(*filling);
    });
}

void FormReview::fill(const Filling &filling)
{
    const QTreeWidgetItem *current = m_tree->currentItem();
    const QString kept = current ? current->data(Field, kPointerRole).toString() : QString();
    m_tree->setUpdatesEnabled(false);
    m_tree->clear();
    m_items.clear();
    m_left = kMostLines;
    addMembers(filling, m_tree->invisibleRootItem(), filling.value, filling.storable ? &*filling.storable : nullptr,
               {});
    if (m_left <= 0)
        addItem(filling, m_tree->invisibleRootItem(), {}, tr("… and more: see the JSON"));
    for (const FieldError &problem : filling.problems)
        addProblem(filling, problem);
    m_tree->expandAll();
    for (const int column : {Field, Value}) {
        m_tree->resizeColumnToContents(column);
        m_tree->setColumnWidth(column, qBound(100, m_tree->columnWidth(column) + space::s, 200));
    }
    showHidden();
    m_tree->setCurrentItem(m_items.value(kept, m_tree->topLevelItem(0)));
    m_tree->setUpdatesEnabled(true);
}

QTreeWidgetItem *FormReview::addItem(const Filling &filling, QTreeWidgetItem *to, const QString &pointer,
                                     const QString &name)
{
    const auto known = filling.known.constFind(pointer);
    auto *item = new QTreeWidgetItem(to);
    item->setText(Field, known == filling.known.cend() || known->title.isEmpty() ? name : known->title);
    item->setData(Field, kPointerRole, pointer);
    item->setData(Field, kHiddenRole, known != filling.known.cend() && known->isHidden);
    if (!pointer.isEmpty())
        m_items.insert(pointer, item);
    return item;
}

void FormReview::addMembers(const Filling &filling, QTreeWidgetItem *to, const Json &value, const Json *storable,
                            const QString &pointer)
{
    std::size_t index = 0;
    for (const auto &[key, member] : value.items()) {
        if (--m_left < 0)
            return;
        const bool isEntry = value.is_array();
        const QString name = isEntry ? tr("Entry %1").arg(index + 1) : QString::fromStdString(key);
        const QString own = pointer % u'/' % (isEntry ? QString::number(index) : pointerToken(name));
        QTreeWidgetItem *item = addItem(filling, to, own, name);
        const Json *open = nullptr;
        if (storable && isEntry)
            open = storable->is_array() && index < storable->size() ? &(*storable)[index] : nullptr;
        else if (storable)
            open = memberAt(*storable, key.c_str());
        ++index;
        if (!open || (open->is_null() && !member.is_null())) {
            item->setText(Value, u"••••••"_s);
            item->setData(Value, Qt::AccessibleTextRole, tr("secret"));
        } else if (member.is_structured() && !member.empty()) {
            addMembers(filling, item, member, open, own);
        } else {
            item->setText(Value, shownText(member));
            item->setToolTip(Value, item->text(Value).toHtmlEscaped());
        }
    }
}

/// On its line; a field that is missing gets one under what it belongs to.
void FormReview::addProblem(const Filling &filling, const FieldError &problem)
{
    QTreeWidgetItem *item = m_items.value(problem.pointer);
    if (!item && !problem.pointer.isEmpty()) {
        QString around = parentOf(problem.pointer);
        while (!around.isEmpty() && !m_items.contains(around))
            around = parentOf(around);
        QString key = problem.pointer.mid(problem.pointer.lastIndexOf(u'/') + 1);
        key.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
        item = addItem(filling, m_items.value(around, m_tree->invisibleRootItem()), problem.pointer, key);
        item->setText(Value, u"–"_s);
    } else if (!item) {
        item = addItem(filling, m_tree->invisibleRootItem(), {}, tr("Whole input"));
    }
    if (!item->text(Wrong).isEmpty())
        return; // the first message is enough to go there
    item->setText(Wrong, problem.message);
    item->setToolTip(Wrong, problem.message.toHtmlEscaped());
    item->setIcon(Field, themedIcon(u"error"_s, Tone::Danger));
    item->setForeground(Wrong, toneColor(Tone::Danger, palette()));
}

void FormReview::showHidden()
{
    bool hasAny = false;
    for (QTreeWidgetItem *item : std::as_const(m_items)) {
        const bool isHidden = item->data(Field, kHiddenRole).toBool();
        hasAny = hasAny || isHidden;
        item->setHidden(isHidden && !m_hidden->isChecked() && item->text(Wrong).isEmpty());
    }
    m_hidden->setVisible(hasAny);
}

} // namespace podium
