// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/auth/signinerrors.h"

#include "models/core/logging.h"

#include <QCoreApplication>

#include <cstdlib>

namespace podium::signinerrors {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SignIn)
};

Error make(Error::Kind kind, const QString &what, const QString &why, const QString &remedy)
{
    Error error;
    error.kind = kind;
    error.what = what;
    error.why = why;
    error.remedy = remedy;
    return error;
}

QString signInFailed()
{
    return Text::tr("You could not be signed in.");
}

QString checkIssuer()
{
    return Text::tr("Check the issuer address of the environment.");
}

QString tryAgain()
{
    return Text::tr("Try to sign in again.");
}

QString serverOf(const QUrl &issuer)
{
    return issuer.host() + (issuer.port() > 0 ? u':' + QString::number(issuer.port()) : QString());
}

} // namespace

QString shown(const QString &serverText)
{
    constexpr qsizetype most = 200;
    QString text = redacted(serverText.left(4 * most)).simplified();
    text.removeIf([](QChar c) { return !c.isPrint(); });
    if (text.size() > most)
        text = text.left(most) % u'…';
    return text;
}

Error insecureIssuer(const QUrl &issuer)
{
    return make(Error::Kind::Tls, signInFailed(),
                Text::tr("The issuer %1 would receive your sign-in without encryption.").arg(issuer.toDisplayString()),
                Text::tr("Change the issuer of the environment to an https:// address."));
}

Error unreachable(const QUrl &issuer, const Error &cause)
{
    Error error = cause;
    error.what = Text::tr("The sign-in server %1 could not be reached.").arg(serverOf(issuer));
    if (cause.kind == Error::Kind::Tls) {
        error.what =
            Text::tr("The connection to the sign-in server %1 is not secure and was stopped.").arg(serverOf(issuer));
        if (error.remedy.isEmpty())
            error.remedy =
                Text::tr("If the server uses your organisation's own certificate authority, choose its CA file in the "
                         "environment. Otherwise ask the server's administrator.");
    } else if (cause.kind == Error::Kind::Protocol) {
        error.what = Text::tr("%1 does not answer like a sign-in server.").arg(serverOf(issuer));
        error.remedy = checkIssuer();
    } else {
        error.remedy = Text::tr("Check the network connection and that the server runs, then try again.");
    }
    return error;
}

Error wrongRealm(const QUrl &issuer)
{
    return make(Error::Kind::NotFound, signInFailed(),
                Text::tr("The server %1 has no realm at \"%2\".").arg(serverOf(issuer), issuer.path()),
                Text::tr("Check the end of the issuer address in the environment: realm names are case-sensitive."));
}

Error notAnIssuer(const QUrl &issuer, const QString &why)
{
    return make(
        Error::Kind::Protocol, Text::tr("%1 does not answer like a sign-in server.").arg(serverOf(issuer)), why,
        Text::tr(
            "Check the issuer address of the environment; for Keycloak it ends with /realms/ and the realm's name."));
}

Error otherIssuer(const QUrl &issuer, const QString &told)
{
    return make(Error::Kind::Protocol, signInFailed(),
                Text::tr("The server at %1 calls itself \"%2\".").arg(issuer.toDisplayString(), shown(told)),
                Text::tr("Enter the issuer in the environment exactly as the server spells it."));
}

Error foreignEndpoint(const QUrl &issuer, const QString &endpoint, const QString &address)
{
    Error error = make(Error::Kind::Forbidden, signInFailed(),
                       Text::tr("The sign-in server %1 sends Podium to another place, which might read your sign-in.")
                           .arg(serverOf(issuer)),
                       Text::tr("Ask the server's administrator to check its host name settings."));
    error.details = endpoint % u": "_s % shown(address);
    return error;
}

Error serverFailed(const QUrl &issuer, int status)
{
    Error error =
        make(Error::Kind::Server, signInFailed(),
             Text::tr("The sign-in server %1 answered with an error (HTTP %2).").arg(serverOf(issuer)).arg(status),
             Text::tr("Try again in a moment. If it stays, tell the server's administrator."));
    error.httpStatus = status;
    return error;
}

Error cannotListen(const QString &reason)
{
    Error error =
        make(Error::Kind::Network, signInFailed(),
             Text::tr("Podium could not open a local port to receive the browser's answer."),
             Text::tr("Check whether a firewall or another program blocks local ports on 127.0.0.1, or sign in with a "
                      "device code."));
    error.details = reason;
    return error;
}

Error noBrowserHint()
{
    return make(Error::Kind::NotFound, Text::tr("No browser could be opened."),
                Text::tr("This desktop has no browser that Podium can start."),
                Text::tr("Copy the link into a browser on this computer, or sign in with a device code."));
}

Error noAnswerHint(const QString &clientId)
{
    return make(
        Error::Kind::Timeout, Text::tr("Still waiting for the browser."),
        Text::tr("No answer has come back to Podium yet."),
        Text::tr(
            "Look at the browser: finish the sign-in there. If it shows an error such as \"Client not found\" or "
            "\"Invalid parameter: redirect_uri\", check the client id \"%1\" in the environment, and that the client "
            "allows the redirect http://127.0.0.1/*.")
            .arg(clientId));
}

Error noAnswer(const QString &clientId)
{
    Error error = noAnswerHint(clientId);
    error.what = signInFailed();
    error.why = Text::tr("No answer came from the browser: its window may have been closed, or it shows an error.");
    return error;
}

Error denied()
{
    return make(Error::Kind::Forbidden, signInFailed(), Text::tr("Access was refused in the browser."),
                Text::tr("Sign in again and allow the access, or use another account."));
}

Error refusedInBrowser(const QString &code, const QString &description)
{
    const QString reason = description.isEmpty() ? shown(code) : shown(description);
    Error error = make(Error::Kind::Server, signInFailed(), Text::tr("The sign-in server refused: %1").arg(reason),
                       Text::tr("Try to sign in again. If it stays, show this message to the server's administrator."));
    error.details = shown(code);
    return error;
}

Error answerOfOtherIssuer(const QString &told)
{
    Error error =
        make(Error::Kind::Protocol, signInFailed(),
             Text::tr("The browser's answer does not come from the sign-in server of this environment."), tryAgain());
    error.details = shown(told);
    return error;
}

Error answerWithoutCode()
{
    return make(Error::Kind::Protocol, signInFailed(), Text::tr("The browser's answer holds no sign-in code."),
                tryAgain());
}

Error refused(const QString &code, const QString &description, int status)
{
    Error error = refusedInBrowser(code, description);
    error.kind = Error::Kind::Unauthorized;
    error.httpStatus = status;
    if (code == "invalid_client"_L1 || code == "unauthorized_client"_L1)
        error.remedy =
            Text::tr("Check the client id in the environment, and that the client is public and allows this way to "
                     "sign in.");
    return error;
}

Error badTokenAnswer(const QString &why)
{
    return make(Error::Kind::Protocol, signInFailed(), why, checkIssuer());
}

Error badIdToken(const QString &why)
{
    return make(Error::Kind::Protocol, signInFailed(),
                Text::tr("The sign-in server's proof of who you are cannot be trusted: %1").arg(why),
                Text::tr("Try to sign in again. If it stays, do not use this server and tell its administrator."));
}

Error clockOff(std::chrono::seconds offset)
{
    const auto minutes = static_cast<int>((std::abs(offset.count()) + 30) / 60);
    const QString why =
        offset.count() > 0
            ? Text::tr("This computer's clock is about %n minute(s) ahead of the sign-in server's.", nullptr, minutes)
            : Text::tr("This computer's clock is about %n minute(s) behind the sign-in server's.", nullptr, minutes);
    return make(
        Error::Kind::Protocol, signInFailed(), why,
        Text::tr("Set this computer's date and time (best automatically from the network), then sign in again."));
}

Error sessionEnded()
{
    return make(Error::Kind::Unauthorized, Text::tr("Your session has ended."),
                Text::tr("It expired, or was ended at the sign-in server."), Text::tr("Sign in again to go on."));
}

Error notSignedIn()
{
    return make(Error::Kind::Unauthorized, Text::tr("You are not signed in."), {}, Text::tr("Sign in first."));
}

Error deviceUnsupported(const QUrl &issuer)
{
    return make(
        Error::Kind::NotFound, signInFailed(),
        Text::tr("The sign-in server %1 does not offer sign-in with a device code.").arg(serverOf(issuer)),
        Text::tr("Sign in with the browser, or ask the administrator to allow the device grant for the client."));
}

Error deviceExpired()
{
    return make(Error::Kind::Timeout, signInFailed(), Text::tr("The code was not confirmed in time."),
                Text::tr("Ask for a new code and confirm it in a browser."));
}

Error deviceDenied()
{
    return make(Error::Kind::Forbidden, signInFailed(), Text::tr("The code was refused in the browser."),
                Text::tr("Ask for a new code and allow the access, or use another account."));
}

Error notEndedAtServer(const QUrl &issuer, const Error &cause)
{
    Error error = cause;
    error.what =
        Text::tr("You are signed out of Podium, but the session at %1 could not be ended.").arg(serverOf(issuer));
    error.remedy =
        Text::tr("It ends by itself later. To end it now, open the server's account page in a browser and sign out "
                 "there.");
    return error;
}

Error noSignOut(const QUrl &issuer, const QString &why)
{
    return notEndedAtServer(issuer, make(Error::Kind::Server, {}, why, {}));
}

} // namespace podium::signinerrors
