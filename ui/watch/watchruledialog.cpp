// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/watch/watchruledialog.h"

#include "models/core/clock.h"
#include "models/services/savedviews.h"
#include "models/watch/watchrules.h"
#include "models/watch/watchtexts.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/pages/parts/workflowfilter.h"
#include "ui/watch/spanedit.h"
#include "ui/widgets/banner.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace podium {

using Kind = WatchRule::Kind;

namespace {

constexpr int kWidth = 520;
constexpr qint64 kFirstSpanMs = 10 * 60'000;
constexpr int kFirstCount = 5;

bool hasWorkflow(Kind kind)
{
    return kind == Kind::WorkflowFails || kind == Kind::ManyFail || kind == Kind::RunTakesLong ||
           kind == Kind::JobOverdue || kind == Kind::RuntimeAway;
}

QLabel *wrapped(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

WatchRuleDialog::WatchRuleDialog(const PageContext &context, const WatchRule &rule, const QList<Kind> &kinds,
                                 QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_rule(rule)
    , m_kinds(kinds.isEmpty() ? QList<Kind>{rule.kind} : kinds)
    , m_banner(new Banner(this))
    , m_sentence(wrapped(this))
{
    const bool isNew = rule.id.isEmpty();
    setWindowTitle(isNew ? tr("Tell me when…") : tr("Edit the watch rule"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    layout->setSpacing(space::m);
    layout->addWidget(m_banner);
    makeHead(layout);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(space::m);
    form->setVerticalSpacing(space::s);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    makeFields(form);
    layout->addLayout(form);
    layout->addStretch();
    makeButtons(layout);
    takeRule();
    onKind();
    resize(kWidth, sizeHint().height());
    (m_kinds.size() > 1 ? static_cast<QWidget *>(m_kind) : m_name)->setFocus();
}

void WatchRuleDialog::makeHead(QVBoxLayout *layout)
{
    auto *title = wrapped(this);
    title->setText(windowTitle());
    title->setFont(titleFont(font()));
    layout->addWidget(title);
    m_sentence->setMinimumHeight(2 * fontMetrics().height()); // nothing moves when it takes two lines
    m_sentence->setAlignment(Qt::AlignTop);
    m_sentence->setAccessibleName(tr("What is watched"));
    layout->addWidget(m_sentence);
}

QWidget *WatchRuleDialog::addRow(QFormLayout *form, const QString &label, QWidget *field)
{
    auto *caption = new QLabel(label);
    caption->setBuddy(field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(QString(label).remove(u'&'));
    form->addRow(caption, field);
    m_labels.insert(field, caption);
    return field;
}

void WatchRuleDialog::makeFields(QFormLayout *form)
{
    m_kind = new QComboBox;
    for (const Kind each : std::as_const(m_kinds))
        m_kind->addItem(kindText(each), static_cast<int>(each));
    m_instance = captionLabel({});
    m_workflow = new WorkflowFilter;
    m_workflow->setMaximumWidth(QWIDGETSIZE_MAX);
    m_thisJob = new QCheckBox(tr("Only this job"));
    m_onlyFailures = new QCheckBox(tr("Only when it fails"));
    m_view = new QComboBox;
    m_view->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_direction = new QComboBox;
    m_direction->addItems({tr("More than"), tr("Fewer than")});
    m_count = new QSpinBox;
    m_count->setRange(0, WatchRule::kMostCount);
    m_usual = new QCheckBox(tr("Longer than usual"));
    m_usual->setToolTip(tr("Longer than nearly all of the last runs of the same workflow"));
    m_span = new SpanEdit(tr("Time"));
    m_name = new QLineEdit;
    m_name->setMaxLength(WatchRule::kLongestName);
    addRow(form, tr("Tell me &when"), m_kind);
    addRow(form, tr("Instance"), m_instance);
    addRow(form, tr("Wor&kflow"), m_workflow);
    addRow(form, {}, m_thisJob);
    addRow(form, {}, m_onlyFailures);
    addRow(form, tr("&Filter"), m_view);
    addRow(form, tr("&Direction"), m_direction);
    addRow(form, tr("N&umber"), m_count);
    addRow(form, {}, m_usual);
    addRow(form, tr("&Time"), m_span);
    addRow(form, tr("&Name"), m_name);
    for (QCheckBox *box : {m_thisJob, m_onlyFailures, m_usual}) {
        box->setAccessibleName(box->text());
        connect(box, &QCheckBox::toggled, this, &WatchRuleDialog::tell);
    }
    connect(m_kind, &QComboBox::currentIndexChanged, this, &WatchRuleDialog::onKind);
    for (QComboBox *box : {static_cast<QComboBox *>(m_workflow), m_view, m_direction})
        connect(box, &QComboBox::currentIndexChanged, this, &WatchRuleDialog::tell);
    connect(m_count, &QSpinBox::valueChanged, this, &WatchRuleDialog::tell);
    connect(m_span, &SpanEdit::changed, this, &WatchRuleDialog::tell);
    connect(m_name, &QLineEdit::textChanged, this, &WatchRuleDialog::tell);
}

void WatchRuleDialog::makeButtons(QVBoxLayout *layout)
{
    m_problem = wrapped(this);
    m_problem->setMinimumHeight(fontMetrics().height());
    m_problem->setProperty("tone", QStringLiteral("danger"));
    layout->addWidget(m_problem);
    auto *buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(m_rule.id.isEmpty() ? tr("Watch") : tr("Save"), QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    setButtonTone(m_save, Tone::Info);
    m_save->setDefault(true);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &WatchRuleDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void WatchRuleDialog::fillViews()
{
    const QList<SavedView> views = m_context.console.views.views();
    for (const SavedView &view : views)
        m_view->addItem(singleLine(view.name, 80), view.name);
    if (m_view->findData(m_rule.view) < 0 && !m_rule.view.isEmpty())
        m_view->addItem(singleLine(m_rule.view, 80), m_rule.view);
    if (m_rule.view.isEmpty()) {
        const QString line = m_rule.line.isEmpty() ? tr("All instances") : singleLine(m_rule.line, 80);
        m_view->insertItem(0, line, QString());
    }
    m_view->setCurrentIndex(m_view->findData(m_rule.view));
}

void WatchRuleDialog::takeRule()
{
    const bool isNew = m_rule.id.isEmpty();
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(static_cast<int>(m_rule.kind))));
    m_name->setText(m_rule.name);
    m_instance->setText(singleLine(m_rule.about.isEmpty() ? m_rule.instanceId : m_rule.about, 60));
    m_workflow->setWorkflow(m_rule.workflowId);
    if (const int named = m_workflow->currentIndex(); named > 0 && !m_rule.about.isEmpty())
        m_workflow->setItemText(named, singleLine(m_rule.about, 80));
    m_workflow->read(m_context.console.catalog);
    m_thisJob->setChecked(!m_rule.jobId.isEmpty());
    m_onlyFailures->setChecked(m_rule.onlyFailures);
    fillViews();
    m_direction->setCurrentIndex(m_rule.isBelow ? 1 : 0);
    m_count->setValue(isNew && m_rule.count == 0 ? kFirstCount : m_rule.count);
    m_usual->setChecked(m_rule.spanMs == 0);
    m_span->setSpanMs(m_rule.spanMs > 0 ? m_rule.spanMs : kFirstSpanMs);
}

Kind WatchRuleDialog::kind() const
{
    return static_cast<Kind>(m_kind->currentData().toInt());
}

void WatchRuleDialog::showRow(QWidget *field, bool on)
{
    field->setVisible(on);
    m_labels.value(field)->setVisible(on);
}

void WatchRuleDialog::onKind()
{
    const Kind now = kind();
    showRow(m_kind, m_kinds.size() > 1);
    showRow(m_instance, now == Kind::InstanceEnds);
    showRow(m_workflow, hasWorkflow(now));
    showRow(m_thisJob, now == Kind::JobOverdue && !m_rule.jobId.isEmpty());
    showRow(m_onlyFailures, now == Kind::InstanceEnds || now == Kind::OwnRunsEnd);
    showRow(m_view, now == Kind::ViewCrosses);
    showRow(m_direction, now == Kind::ViewCrosses);
    showRow(m_count, now == Kind::ViewCrosses || now == Kind::ManyFail);
    showRow(m_usual, now == Kind::RunTakesLong);
    showRow(m_span, now == Kind::RunTakesLong || now == Kind::ManyFail);
    tell();
}

WatchRule WatchRuleDialog::rule() const
{
    WatchRule rule;
    rule.id = m_rule.id;
    rule.kind = kind();
    rule.name = m_name->text().simplified();
    rule.created = m_rule.created;
    rule.isPaused = m_rule.isPaused;
    rule.mutedUntil = m_rule.mutedUntil;
    if (rule.kind == Kind::InstanceEnds) {
        rule.instanceId = m_rule.instanceId;
        rule.about = m_rule.about;
    }
    if (hasWorkflow(rule.kind)) {
        rule.workflowId = m_workflow->workflow();
        rule.about = rule.workflowId.isEmpty() ? QString() : m_workflow->currentText();
    }
    if (rule.kind == Kind::JobOverdue && m_thisJob->isChecked())
        rule.jobId = m_rule.jobId;
    if (rule.kind == Kind::InstanceEnds || rule.kind == Kind::OwnRunsEnd)
        rule.onlyFailures = m_onlyFailures->isChecked();
    if (rule.kind == Kind::ViewCrosses) {
        rule.view = m_view->currentData().toString();
        const int index = m_context.console.views.indexOf(rule.view);
        rule.line = index < 0 ? m_rule.line : m_context.console.views.views().at(index).line;
        rule.isBelow = m_direction->currentIndex() == 1;
    }
    if (rule.kind == Kind::ViewCrosses || rule.kind == Kind::ManyFail)
        rule.count = m_count->value();
    if (rule.kind == Kind::ManyFail || (rule.kind == Kind::RunTakesLong && !m_usual->isChecked()))
        rule.spanMs = m_span->spanMs();
    return rule;
}

void WatchRuleDialog::tell()
{
    const WatchRule now = rule();
    m_span->setEnabled(now.kind != Kind::RunTakesLong || !m_usual->isChecked());
    m_sentence->setText(ruleSentence(now));
    m_name->setPlaceholderText(singleLine(ruleSentence(now), 80));
    const QString problem = now.problem();
    m_problem->setText(problem);
    m_save->setEnabled(problem.isEmpty());
    m_save->setAccessibleDescription(problem);
}

void WatchRuleDialog::accept()
{
    WatchRule wanted = rule();
    if (wanted.id.isEmpty()) {
        wanted.id = newRuleId();
        wanted.created = m_context.console.clock.now();
    }
    if (const Result<Done> kept = m_context.console.watch->put(wanted); !kept)
        return m_banner->setError(kept.error());
    m_context.navigator.showMessage(tr("Watching: %1").arg(singleLine(ruleTitle(wanted), 100)));
    QDialog::accept();
}

} // namespace podium
