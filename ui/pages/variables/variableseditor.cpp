// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/variables/variableseditor.h"

#include "models/items/itemtexts.h"
#include "models/items/jsonchangesmodel.h"
#include "models/json/jsondiff.h"
#include "models/services/instanceservice.h"
#include "models/services/workflowcatalog.h"
#include "ui/form/formlink.h"
#include "ui/form/formview.h"
#include "ui/form/jsonpane.h"
#include "ui/pages/compare/textdiffview.h"
#include "ui/pages/parts/viewtexts.h"
#include "ui/pages/variables/jsonchangesview.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/stateview.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

SharedJson shared(Json value)
{
    return std::make_shared<const Json>(std::move(value));
}

} // namespace

VariablesEditor::VariablesEditor(const PageContext &context, const WorkflowInstance &instance, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_instance(instance)
    , m_form(new FormView)
    , m_pane(new JsonPane)
    , m_pages(new QStackedWidget)
    , m_banner(new Banner)
{
    setWindowTitle(tr("Change variables"));
    resize(760, 600);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    layout->setSpacing(space::m);
    const QString which = instance.businessKey.isEmpty() ? instance.id : instance.businessKey;
    QLabel *heading = plainLabel(tr("Change the variables of %1").arg(singleLine(which, 80)));
    heading->setFont(titleFont(font()));
    heading->setWordWrap(true);
    layout->addWidget(heading);
    layout->addWidget(m_banner);
    m_banner->setClosable(false);
    m_pages->addWidget(makeEditing());
    m_pages->addWidget(makeReview());
    m_states = new StateView(m_pages);
    layout->addWidget(m_states, 1);
    makeButtons();
    connect(m_pane, &JsonPane::problemChanged, this, &VariablesEditor::updateButtons);
    read();
    readSchema();
}

QWidget *VariablesEditor::makeEditing()
{
    auto *split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->addWidget(m_form);
    split->addWidget(m_pane);
    split->setSizes({600, 450});
    m_form->setPaged(false);
    m_form->hide();
    linkFormAndText(m_form, m_pane);
    return split;
}

/// Without one there is no form; nothing else depends on it.
void VariablesEditor::readSchema()
{
    WorkflowCatalog &catalog = m_context.console.catalog;
    auto schemas = chain<WorkflowSchemas>(
        this, catalog.definition(m_instance.workflowId, m_instance.version),
        [&catalog](const WorkflowDefinition &definition) { return catalog.schemas(definition); });
    m_readingSchema = deliver(std::move(schemas), this, [this](const Result<WorkflowSchemas> &found) {
        const SharedJson schema = !found ? nullptr : found->input ? found->input : found->output;
        if (schema)
            showForm(schema);
    });
}

void VariablesEditor::showForm(const SharedJson &schema)
{
    const auto take = [this, schema] {
        const SharedJson before = isReady() ? m_form->input() : nullptr;
        m_form->setSchema(schema);
        if (before) // its defaults are no variables
            m_form->setInput(before);
        if (!m_form->isHidden())
            return;
        const QPoint centre = geometry().center();
        m_form->show();
        resize(qMax(width(), 1100), qMax(height(), 680));
        move(pos() + centre - geometry().center());
    };
    if (!isReady())
        return take();
    // What is being typed counts; text that is wrong is not taken away for a form.
    m_pane->read([this, take] {
        if (m_pane->problem().isEmpty())
            take();
    });
}

/// From the service itself: Data Index lacks some of what was changed in this way before.
void VariablesEditor::read()
{
    m_pane->setEnabled(false);
    m_states->showLoading(tr("Reading the variables from the service…"));
    updateButtons();
    m_reading =
        deliver(m_context.console.instances.liveVariables(m_instance), this, [this](const Result<SharedJson> &found) {
            if (!found)
                return m_states->showError(found.error(), [this] { read(); });
            m_base = *found && (*found)->is_object() ? *found : shared(Json::object());
            m_current = m_base;
            m_form->setInput(m_base);
            m_pane->setInput(m_base); // which it shows only while nobody writes in it
            m_pane->setEnabled(true);
            m_states->showContent();
            if (m_form->isHidden())
                m_pane->setFocus();
            else
                m_form->focusField({});
            updateButtons();
        });
}

QWidget *VariablesEditor::makeReview()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    m_summary = plainLabel();
    m_summary->setWordWrap(true);
    layout->addWidget(m_summary);
    m_lost = plainLabel();
    m_lost->setWordWrap(true);
    layout->addWidget(m_lost);
    m_diff = new TextDiffView;
    m_diff->setProperty("frame", true);
    connect(m_diff, &TextDiffView::wholeTextWanted, this, [this] { m_diff->setChangesOnly(false); });
    layout->addWidget(m_diff, 2);
    m_othersBox = new QWidget;
    auto *others = new QVBoxLayout(m_othersBox);
    others->setContentsMargins(0, 0, 0, 0);
    others->setSpacing(space::xs);
    others->addWidget(captionLabel(tr("What changed meanwhile, and stays")));
    m_others = new JsonChangesView(tr("What changed meanwhile"));
    JsonSides sides = JsonSides::beforeAndAfter();
    sides.left = tr("When you began");
    sides.right = tr("Now");
    m_others->setSides(sides);
    others->addWidget(m_others, 1);
    layout->addWidget(m_othersBox, 1);
    m_othersBox->hide();
    if (!production().isEmpty()) {
        QLabel *ask = plainLabel(tr("This is production. Type %1 to save:").arg(production()));
        m_word = new QLineEdit;
        m_word->setAccessibleName(ask->text());
        connect(m_word, &QLineEdit::textChanged, this, &VariablesEditor::updateButtons);
        layout->addWidget(ask);
        layout->addWidget(m_word);
    }
    return page;
}

void VariablesEditor::makeButtons()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    m_back = new QPushButton(tr("Back to the text"));
    m_back->setAutoDefault(false);
    m_next = new QPushButton;
    setButtonTone(m_next, Tone::Info);
    row->addStretch(1);
    for (QPushButton *button : {cancel, m_back, m_next})
        row->addWidget(button);
    static_cast<QVBoxLayout *>(layout())->addLayout(row); // NOLINT: made above
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_back, &QPushButton::clicked, this, &VariablesEditor::edit);
    connect(m_next, &QPushButton::clicked, this, &VariablesEditor::next);
}

QString VariablesEditor::production() const
{
    const Environment &environment = m_context.console.environment;
    return environment.production ? environment.name : QString();
}

QString VariablesEditor::notice() const
{
    return m_banner->text();
}

bool VariablesEditor::isReview() const
{
    return m_pages->currentIndex() == 1;
}

void VariablesEditor::next()
{
    if (isReview())
        return save();
    // The text that stands there now counts, not the one of the last pause.
    m_pane->read([this] {
        if (m_pane->problem().isEmpty())
            review();
        else
            m_pane->focusProblem();
    });
}

void VariablesEditor::edit()
{
    m_pages->setCurrentIndex(0);
    m_pane->setFocus();
    updateButtons();
}

void VariablesEditor::review()
{
    m_patch = mergePatchOf(*m_base, *m_form->input());
    m_pages->setCurrentIndex(1);
    showDifference();
    updateButtons();
    if (m_word)
        m_word->setFocus();
    else
        m_diff->setFocus();
}

void VariablesEditor::showDifference()
{
    const auto refused = static_cast<int>(m_patch.refused.size());
    m_lost->setVisible(refused > 0);
    m_lost->setText(
        tr("%n change(s) cannot be made: %1. The service merges what it is sent, so nothing can be taken away "
           "or set to null, and a text, a list and an object cannot take the place of each other.",
           nullptr, refused)
            .arg(singleLine(m_patch.refused.mid(0, 20).join(u", "_s), 300)));
    const SharedJson outcome = shared(merged(*m_current, m_patch.patch));
    m_summary->setText(m_patch.patch.empty() ? tr("Nothing is changed.")
                                             : summaryOf(jsonDifference(*m_current, *outcome)));
    auto work = runOnWorker<SharedTextDifference>([base = m_current, outcome]() -> Result<SharedTextDifference> {
        return SharedTextDifference(
            std::make_shared<const TextDifference>(compareTexts(toBytes(*base, 2), toBytes(*outcome, 2))));
    });
    m_comparing = deliver(std::move(work), this, [this](const Result<SharedTextDifference> &difference) {
        if (difference)
            m_diff->setDifference(*difference);
    });
}

void VariablesEditor::save()
{
    m_busy = true;
    updateButtons();
    m_reading =
        deliver(m_context.console.instances.liveVariables(m_instance), this, [this](const Result<SharedJson> &now) {
            m_busy = false;
            const SharedJson before = m_current;
            if (now)
                setCurrent(*now);
            else if (now.error().kind == Error::Kind::NotFound)
                setOver();
            else
                m_banner->setError(now.error());
            updateButtons();
            if (now && m_current == before)
                send();
        });
}

void VariablesEditor::setInstance(const WorkflowInstance &instance)
{
    m_instance = instance;
    if (isFinal(instance.state))
        return setOver();
    if (!isReady() || m_busy)
        return; // it is being read anyway
    m_reading =
        deliver(m_context.console.instances.liveVariables(m_instance), this, [this](const Result<SharedJson> &now) {
            if (now)
                setCurrent(*now);
        });
}

void VariablesEditor::setOver()
{
    m_over = true;
    m_banner->setMessage(Tone::Danger, tr("The instance is over meanwhile: nothing can be changed any more."));
    updateButtons();
}

void VariablesEditor::setCurrent(const SharedJson &current)
{
    if (current && current->is_object() && !isSameJson(*current, *m_current))
        noteOthers(current);
    updateButtons();
}

/// The text stays as it is typed; what was changed in it goes on top of what is there now.
void VariablesEditor::noteOthers(const SharedJson &current)
{
    m_current = current;
    const QList<JsonChange> others = jsonDifference(*m_base, *m_current);
    m_othersBox->setVisible(!others.isEmpty());
    if (others.isEmpty())
        return m_banner->clear();
    m_others->setDocuments(m_base, m_current, {});
    m_banner->setMessage(
        Tone::Warning,
        tr("The variables changed since you began: %1. Look at what will be saved now.").arg(summaryOf(others)));
    if (isReview())
        showDifference();
}

void VariablesEditor::send()
{
    m_busy = true;
    updateButtons();
    auto answer = m_context.console.instances.setVariables(m_instance, shared(m_patch.patch));
    // For the life of the dialog: what was sent cannot be called back.
    deliverTo(this, std::move(answer), [this](const Result<Done> &result) {
        m_busy = false;
        if (result) {
            Q_EMIT saved();
            return accept();
        }
        m_banner->setError(result.error());
        updateButtons();
    });
}

void VariablesEditor::updateButtons()
{
    const bool last = isReview();
    m_back->setVisible(last);
    m_back->setEnabled(!m_busy);
    m_next->setText(!last ? tr("Review the changes") : m_busy ? tr("Saving…") : tr("Save"));
    const bool wordMissing = last && m_word && m_word->text().trimmed() != production();
    QString why;
    if (m_over)
        why = tr("The instance is over.");
    else if (!isReady())
        why = tr("The variables are being read.");
    else if (!last && !m_pane->problem().isEmpty())
        why = m_pane->problem();
    else if (last && m_patch.patch.empty())
        why = tr("Nothing is changed.");
    else if (wordMissing)
        why = tr("Type the name of the environment first.");
    m_next->setEnabled(!m_busy && why.isEmpty());
    m_next->setToolTip(why);
    m_next->setAccessibleDescription(why);
}

void VariablesEditor::reject()
{
    if (m_busy)
        return;
    if (!isReady() || (isSameJson(*m_form->input(), *m_base) && m_pane->problem().isEmpty()))
        return QDialog::reject();
    Confirmation ask;
    ask.title = tr("Drop what you changed?");
    ask.text = tr("Nothing of it was saved.");
    ask.actionText = tr("Drop");
    ask.declineText = tr("Go on editing");
    ask.tone = Tone::Danger;
    confirm(this, ask, [this] { QDialog::reject(); });
}

} // namespace podium
