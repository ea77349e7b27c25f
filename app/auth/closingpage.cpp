// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/auth/closingpage.h"

#include <QCoreApplication>
#include <QLocale>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ClosingPage)
};

const char *markFor(ClosingPage::Mood mood)
{
    switch (mood) {
    case ClosingPage::Mood::Good:
        return R"(<svg class="good" viewBox="0 0 48 48" aria-hidden="true"><circle cx="24" cy="24" r="21"/><path d="M15 25l6 6 12-13"/></svg>)";
    case ClosingPage::Mood::Bad:
        return R"(<svg class="bad" viewBox="0 0 48 48" aria-hidden="true"><circle cx="24" cy="24" r="21"/><path d="M24 14v13M24 33v1"/></svg>)";
    case ClosingPage::Mood::Calm:
        break;
    }
    return R"(<svg class="calm" viewBox="0 0 48 48" aria-hidden="true"><circle cx="24" cy="24" r="21"/><path d="M24 22v12M24 14v1"/></svg>)";
}

constexpr char kTemplate[] = R"(<!DOCTYPE html>
<html lang="%LANG%">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>%TITLE% – Podium</title>
<link rel="icon" href="data:,">
<style>
:root { --back: #f4f5f8; --card: #ffffff; --text: #1c1f26; --soft: #5a6072; --good: #2b8a3e; --bad: #c92a2a; --calm: #4263eb; }
@media (prefers-color-scheme: dark) {
  :root { --back: #16181d; --card: #21242b; --text: #e9ebf0; --soft: #a3a9b8; --good: #69db7c; --bad: #ff8787; --calm: #91a7ff; }
}
body { margin: 0; min-height: 100vh; display: flex; align-items: center; justify-content: center;
  background: var(--back); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
main { background: var(--card); border-radius: 16px; padding: 48px 40px; margin: 16px; max-width: 26em; text-align: center;
  box-shadow: 0 1px 2px rgba(0,0,0,.08), 0 12px 32px rgba(0,0,0,.08); }
svg { width: 64px; height: 64px; fill: none; stroke: currentColor; stroke-width: 3; stroke-linecap: round; stroke-linejoin: round; }
.good { color: var(--good); } .bad { color: var(--bad); } .calm { color: var(--calm); }
h1 { font-size: 1.4em; font-weight: 600; margin: 16px 0 8px; }
p { margin: 0; color: var(--soft); overflow-wrap: anywhere; }
</style>
</head>
<body><main>%MARK%<h1>%TITLE%</h1><p>%TEXT%</p></main></body>
</html>
)";

} // namespace

ClosingPage ClosingPage::signedIn()
{
    return {Mood::Good, Text::tr("You are signed in"), Text::tr("Podium has taken over. You can close this tab.")};
}

ClosingPage ClosingPage::failed(const Error &error)
{
    return {Mood::Bad, error.what, Text::tr("%1 Podium tells what to do next. You can close this tab.").arg(error.why)};
}

ClosingPage ClosingPage::answeredAlready()
{
    return {Mood::Calm, Text::tr("This sign-in is over"),
            Text::tr("Podium has had its answer already; nothing more is needed. You can close this tab.")};
}

ClosingPage ClosingPage::notOurs()
{
    return {Mood::Bad, Text::tr("This is not the answer Podium waits for"),
            Text::tr("It may belong to an earlier attempt. Go back to Podium, and start the sign-in there once more if "
                     "need be.")};
}

ClosingPage ClosingPage::givenUp()
{
    return {Mood::Calm, Text::tr("The sign-in was cancelled"),
            Text::tr("You cancelled it in Podium. You can close this tab.")};
}

QByteArray ClosingPage::toHtml() const
{
    QString html = QString::fromUtf8(kTemplate);
    html.replace("%LANG%"_L1, QLocale().bcp47Name().toHtmlEscaped());
    html.replace("%MARK%"_L1, QLatin1StringView(markFor(mood)));
    // The text comes last: what a server wrote is never looked through for marks again.
    html.replace("%TITLE%"_L1, title.toHtmlEscaped().replace(u'%', "&#37;"_L1));
    html.replace("%TEXT%"_L1, text.toHtmlEscaped());
    return html.toUtf8();
}

} // namespace podium
