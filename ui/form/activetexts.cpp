// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/activetexts.h"

#include "ui/form/activeform.h"
#include "ui/widgets/markdownview.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDesktopServices>
#include <QLabel>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

ActiveTextView::ActiveTextView(FormContext &context, const FormField &field, const ActiveProps &props, QWidget *parent)
    : ValuelessEditor(context, field, props, parent)
    , m_view(new MarkdownView(this))
{
    m_view->setSizesToContents(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setDocumentMargin(0);
    m_view->setFocusPolicy(Qt::StrongFocus); // for its links, and for reading it out
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setAccessibleName(field.title.isEmpty() ? tr("Text of the form") : field.title);
    column()->addWidget(m_view);
    connect(m_view, &MarkdownView::linkActivated, this, [](const QUrl &url) { QDesktopServices::openUrl(url); });
}

void ActiveTextView::take(const ActiveAnswer &answer)
{
    setRemark(answer.problems.isEmpty() ? QString() : *answer.problems.cbegin());
    render();
}

void ActiveTextView::valuesChanged(const ActiveValues &values)
{
    m_values = values;
    render();
}

void ActiveTextView::render()
{
    if (!m_values.current)
        return;
    m_values.responses = fetch() ? fetch()->answer().values : QHash<QString, Json>();
    const auto text = fillTemplate(Json(props().text.toStdString()), m_values).value;
    m_view->setMarkdown(!text ? QString() : (text->is_string() ? toQString(*text) : QString::fromUtf8(toBytes(*text))));
}

SchemaUpdaterView::SchemaUpdaterView(FormContext &context, const FormField &field, const ActiveProps &props,
                                     QWidget *parent)
    : ValuelessEditor(context, field, props, parent)
{
}

void SchemaUpdaterView::take(const ActiveAnswer &answer)
{
    if (const QString problem = answer.problems.value(u"value"_s); !problem.isEmpty())
        return setRemark(problem);
    const auto parts = answer.value(props().selectors.contains(u"value"_s) ? u"value"_s : ActiveFetch::wholeBody());
    if (!parts || !parts->is_object())
        return setRemark(
            tr("The answer holds %1 where parts of the form are needed.").arg(kindName(parts.value_or(Json(nullptr)))));
    if (!m_context.active->takeParts(*parts))
        setRemark(tr("The parts of the form change again and again: the last ones stay."));
}

QString SchemaUpdaterView::answerText() const
{
    return tr("Parts of this form come from %1.").arg(fetch()->origin());
}

AuthRequesterView::AuthRequesterView(FormContext &context, const FormField &field, const ActiveProps &props,
                                     QWidget *parent)
    : ValuelessEditor(context, field, props, parent)
{
    for (const ActiveTokenWish &wish : props.tokens)
        addWish(wish);
    if (props.tokens.isEmpty())
        column()->addWidget(plainLabel(tr("The schema asks for a sign-in but names no provider."), this));
}

void AuthRequesterView::addWish(const ActiveTokenWish &wish)
{
    const QString provider = wish.provider.simplified().left(60);
    const QString scope = wish.scope.simplified().left(120);
    const QString issuer = m_context.active->service().facts().issuer;
    // The schema names no issuer: only who signs in by OpenID Connect may be the same.
    const bool mayBeOurs = (wish.provider.compare("oidc"_L1, Qt::CaseInsensitive) == 0 ||
                            wish.provider.compare("keycloak"_L1, Qt::CaseInsensitive) == 0) &&
                           !issuer.isEmpty();
    const QString wanted = scope.isEmpty() ? tr("The workflow wants a token of “%1”.").arg(provider)
                                           : tr("The workflow wants a token of “%1” for “%2”.").arg(provider, scope);
    const QString outcome =
        mayBeOurs ? tr("Yours will do if it signs in at the same place.")
                  : tr("Podium has no sign-in there: the run starts without the header %1.").arg(tokenHeader(wish));
    column()->addWidget(plainLabel(wanted + u' ' + outcome, this));
    if (mayBeOurs)
        addOffer(tokenHeader(wish), issuer);
}

void AuthRequesterView::addOffer(const QString &header, const QString &issuer)
{
    auto *box = new QCheckBox(tr("Send my token of %1 along").arg(issuer), this);
    box->setToolTip(tr("In the header %1, to the service that runs the workflow").arg(header));
    box->setAccessibleName(box->text());
    box->setChecked(m_context.active->tokenHeaders().contains(header));
    connect(box, &QCheckBox::toggled, this,
            [this, header](bool wanted) { m_context.active->setTokenHeader(header, wanted); });
    column()->addWidget(box, 0, Qt::AlignLeft);
    if (!m_first)
        m_first = box;
}

} // namespace podium
