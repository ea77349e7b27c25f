// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/environments/environmenteditor.h"

#include "ui/environments/colorbutton.h"
#include "ui/environments/connectiontest.h"
#include "ui/environments/rulesmodel.h"
#include "ui/widgets/icons.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const QUrl &url)
{
    return url.toString();
}

QUrl urlFrom(const QLineEdit *field)
{
    return QUrl(field->text().trimmed(), QUrl::StrictMode);
}

QString linesOf(const QList<QUrl> &urls)
{
    QStringList lines;
    for (const QUrl &url : urls)
        lines << textOf(url);
    return lines.join(u'\n');
}

QList<QUrl> urlsFrom(const QPlainTextEdit *list)
{
    QList<QUrl> urls;
    for (const QString &line : list->toPlainText().split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.trimmed().isEmpty())
            urls << QUrl(line.trimmed(), QUrl::StrictMode);
    }
    return urls;
}

void markWrong(QWidget *editor, bool wrong)
{
    if (editor->property("wrong").toBool() == wrong)
        return;
    editor->setProperty("wrong", wrong);
    editor->style()->unpolish(editor);
    editor->style()->polish(editor);
}

} // namespace

EnvironmentEditor::EnvironmentEditor(EnvironmentService &service, QWidget *parent)
    : QWidget(parent)
    , m_test(new ConnectionTest(service, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, space::l, space::xl, space::xl);
    layout->setSpacing(space::xs);
    addIdentity(layout);
    addAddresses(layout);
    addRules(layout);
    addCaFile(layout);
    addTest(layout);
    layout->addStretch();
}

void EnvironmentEditor::heading(QVBoxLayout *layout, const QString &text)
{
    if (layout->count() > 0)
        layout->addSpacing(space::l);
    auto *label = new QLabel(text, this);
    label->setFont(titleFont(font()));
    layout->addWidget(label);
    layout->addSpacing(space::xs);
}

void EnvironmentEditor::addField(QVBoxLayout *layout, const QString &pointer, const QString &label, QWidget *editor,
                                 QWidget *row)
{
    auto *caption = new QLabel(label, this);
    caption->setBuddy(editor);
    if (editor->accessibleName().isEmpty())
        editor->setAccessibleName(label);
    auto *problem = new QLabel(this);
    problem->setTextFormat(Qt::PlainText);
    problem->setWordWrap(true);
    problem->setProperty("tone", u"danger"_s);
    problem->hide();
    layout->addWidget(caption);
    layout->addWidget(row ? row : editor);
    layout->addWidget(problem);
    layout->addSpacing(space::s);
    m_fields.insert(pointer, {editor, problem, false});
    m_order << pointer;
}

QLineEdit *EnvironmentEditor::addLine(QVBoxLayout *layout, const QString &pointer, const QString &label,
                                      const QString &hint)
{
    auto *field = new QLineEdit(this);
    field->setPlaceholderText(hint);
    field->setMaxLength(2048);
    addField(layout, pointer, label, field);
    connect(field, &QLineEdit::textChanged, this, [this, pointer] { onEdited(pointer); });
    connect(field, &QLineEdit::editingFinished, this, [this, pointer] {
        // Leaving an empty field of a new environment is no mistake yet.
        if (static_cast<QLineEdit *>(m_fields[pointer].editor)->text().isEmpty())
            return;
        m_fields[pointer].touched = true;
        showProblems();
    });
    return field;
}

void EnvironmentEditor::addIdentity(QVBoxLayout *layout)
{
    heading(layout, tr("Environment"));
    m_name = addLine(layout, u"/name"_s, tr("Name"), tr("Staging"));
    m_color = new ColorButton(this);
    m_production = new QCheckBox(tr("Production: ask once more, in words, before anything is changed"), this);
    auto *row = new QWidget(this);
    auto *rowLayout = new QHBoxLayout(row);
    rowLayout->setContentsMargins(0, 0, 0, 0);
    rowLayout->setSpacing(space::l);
    rowLayout->addWidget(m_color);
    rowLayout->addWidget(m_production, 1);
    addField(layout, u"/color"_s, tr("Colour"), m_color, row);
    connect(m_color, &ColorButton::colorChanged, this, [this] { onEdited(u"/color"_s); });
    connect(m_production, &QCheckBox::toggled, this, [this] { onEdited(u"/production"_s); });
    heading(layout, tr("Sign-in"));
    m_issuer = addLine(layout, u"/issuer"_s, tr("Issuer"), u"https://sso.example.com/realms/flows"_s);
    m_clientId = addLine(layout, u"/clientId"_s, tr("Client id"), u"podium"_s);
    m_scopes = addLine(layout, u"/scopes"_s, tr("Scopes, separated by spaces"), u"openid profile email"_s);
}

void EnvironmentEditor::addAddresses(QVBoxLayout *layout)
{
    heading(layout, tr("Services"));
    m_dataIndex =
        addLine(layout, u"/dataIndexUrl"_s, tr("Data Index (GraphQL)"), u"https://index.example.com/graphql"_s);
    m_runtimes =
        addAddressList(layout, u"/runtimeUrls"_s, tr("Runtimes, one address per line"), u"https://flows.example.com"_s);
    m_jobService = addLine(layout, u"/jobServiceUrl"_s, tr("Job Service (optional)"), u"https://jobs.example.com"_s);
    m_notifications =
        addLine(layout, u"/notificationsUrl"_s, tr("Notifications (optional)"), u"https://hub.example.com"_s);
    m_sinks =
        addAddressList(layout, u"/eventSinkUrls"_s, tr("Event brokers and channels, one address per line (optional)"),
                       u"https://broker.example.com/flows/default"_s);
}

QPlainTextEdit *EnvironmentEditor::addAddressList(QVBoxLayout *layout, const QString &pointer, const QString &label,
                                                  const QString &hint)
{
    auto *list = new QPlainTextEdit(this);
    list->setProperty("field", true);
    list->setTabChangesFocus(true);
    list->setPlaceholderText(hint);
    list->setFixedHeight(3 * fontMetrics().lineSpacing() + space::l);
    addField(layout, pointer, label, list);
    connect(list, &QPlainTextEdit::textChanged, this, [this, pointer] {
        m_fields[pointer].touched = true;
        onEdited(pointer);
    });
    return list;
}

void EnvironmentEditor::addRules(QVBoxLayout *layout)
{
    m_rules = new RulesModel(this);
    m_ruleTable = new QTableView(this);
    m_ruleTable->setModel(m_rules);
    m_ruleTable->setObjectName(u"RuleTable"_s);
    m_ruleTable->verticalHeader()->hide();
    m_ruleTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_ruleTable->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_ruleTable->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + space::l);
    m_ruleTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_ruleTable->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_ruleTable->setTabKeyNavigation(false);
    m_ruleTable->setFixedHeight(124);
    auto *remove = new QPushButton(tr("Remove rule"), this);
    connect(remove, &QPushButton::clicked, this, [this] { m_rules->remove(m_ruleTable->currentIndex().row()); });
    auto *row = new QWidget(this);
    auto *rowLayout = new QVBoxLayout(row);
    rowLayout->setContentsMargins(0, 0, 0, 0);
    rowLayout->setSpacing(space::s);
    rowLayout->addWidget(m_ruleTable);
    rowLayout->addWidget(remove, 0, Qt::AlignLeft);
    addField(layout, u"/serviceUrlRules"_s, tr("Address rules: the first whose beginning matches replaces it"),
             m_ruleTable, row);
    connect(m_rules, &RulesModel::edited, this, [this] {
        m_fields[u"/serviceUrlRules"_s].touched = true;
        onEdited(u"/serviceUrlRules"_s);
    });
}

void EnvironmentEditor::addCaFile(QVBoxLayout *layout)
{
    m_caFile = new QLineEdit(this);
    m_caFile->setPlaceholderText(tr("The system's certificate authorities"));
    auto *choose = new QPushButton(tr("Choose…"), this);
    choose->setAccessibleName(tr("Choose the certificate authority file"));
    connect(choose, &QPushButton::clicked, this, &EnvironmentEditor::chooseCaFile);
    connect(m_caFile, &QLineEdit::textChanged, this, [this] { onEdited(u"/caFile"_s); });
    auto *row = new QWidget(this);
    auto *rowLayout = new QHBoxLayout(row);
    rowLayout->setContentsMargins(0, 0, 0, 0);
    rowLayout->setSpacing(space::s);
    rowLayout->addWidget(m_caFile, 1);
    rowLayout->addWidget(choose);
    addField(layout, u"/caFile"_s, tr("Certificate authority (optional PEM file)"), m_caFile, row);
}

void EnvironmentEditor::addTest(QVBoxLayout *layout)
{
    heading(layout, tr("Connection"));
    m_testButton = new QPushButton(themedIcon(u"live"_s), u' ' % tr("Test connection"), this);
    layout->addWidget(m_testButton, 0, Qt::AlignLeft);
    layout->addSpacing(space::s);
    layout->addWidget(m_test);
    connect(m_testButton, &QPushButton::clicked, this, [this] {
        if (check())
            m_test->run(environment());
    });
}

void EnvironmentEditor::setEnvironment(const Environment &environment)
{
    const QScopedValueRollback<bool> filling(m_filling, true);
    m_stored = environment;
    m_name->setText(environment.name);
    m_color->setColor(environment.color);
    m_production->setChecked(environment.production);
    m_issuer->setText(textOf(environment.issuer));
    m_clientId->setText(environment.clientId);
    m_scopes->setText(environment.scopes.join(u' '));
    m_dataIndex->setText(textOf(environment.dataIndexUrl));
    m_jobService->setText(textOf(environment.jobServiceUrl));
    m_notifications->setText(textOf(environment.notificationsUrl));
    m_runtimes->setPlainText(linesOf(environment.runtimeUrls));
    m_sinks->setPlainText(linesOf(environment.eventSinkUrls));
    m_rules->setRules(environment.serviceUrlRules);
    m_caFile->setText(environment.caFile);
    for (Field &field : m_fields)
        field.touched = false;
    showProblems();
}

Environment EnvironmentEditor::environment() const
{
    Environment environment = m_stored;
    environment.name = m_name->text().trimmed();
    environment.color = m_color->color();
    environment.production = m_production->isChecked();
    environment.issuer = urlFrom(m_issuer);
    environment.clientId = m_clientId->text().trimmed();
    environment.scopes = m_scopes->text().split(u' ', Qt::SkipEmptyParts);
    environment.dataIndexUrl = urlFrom(m_dataIndex);
    environment.jobServiceUrl = urlFrom(m_jobService);
    environment.notificationsUrl = urlFrom(m_notifications);
    environment.runtimeUrls = urlsFrom(m_runtimes);
    environment.eventSinkUrls = urlsFrom(m_sinks);
    environment.serviceUrlRules = m_rules->rules();
    environment.caFile = m_caFile->text().trimmed();
    return environment;
}

bool EnvironmentEditor::isChanged() const
{
    return environment() != m_stored;
}

void EnvironmentEditor::revert()
{
    setEnvironment(m_stored);
    m_test->clear();
    Q_EMIT edited();
}

void EnvironmentEditor::onEdited(const QString &)
{
    if (m_filling)
        return;
    showProblems();
    Q_EMIT edited();
}

void EnvironmentEditor::showProblems()
{
    QHash<QString, QString> messages;
    for (const FieldError &error : environment().problems()) {
        // "/runtimeUrls/2" belongs to the field "/runtimeUrls".
        const QString pointer = u'/' % error.pointer.section(u'/', 1, 1);
        if (!messages.contains(pointer))
            messages.insert(pointer, error.message);
    }
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it)
        showProblem(it.key(), it->touched ? messages.value(it.key()) : QString());
}

void EnvironmentEditor::showProblem(const QString &pointer, const QString &message)
{
    const Field field = m_fields.value(pointer);
    if (!field.editor)
        return;
    field.problem->setText(message);
    field.problem->setVisible(!message.isEmpty());
    field.editor->setAccessibleDescription(message);
    markWrong(field.editor, !message.isEmpty());
}

bool EnvironmentEditor::check()
{
    for (Field &field : m_fields)
        field.touched = true;
    showProblems();
    for (const QString &pointer : std::as_const(m_order)) {
        const Field field = m_fields.value(pointer);
        if (!field.problem->text().isEmpty()) {
            field.editor->setFocus(Qt::OtherFocusReason);
            return false;
        }
    }
    return true;
}

void EnvironmentEditor::focusName()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void EnvironmentEditor::chooseCaFile()
{
    auto *dialog = new QFileDialog(this, tr("Certificate authority"), m_caFile->text(),
                                   tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_caFile, &QLineEdit::setText);
    dialog->open();
}

} // namespace podium
