// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/formfield.h"

#include <QHash>

namespace podium {

/// How a field asks a server: the "fetch:" or "validate:" part of its ui:props. Texts may hold templates.
struct ActiveRequest
{
    QString address; ///< "" for none
    QString verb = QStringLiteral("GET");
    Json headers = Json::object();
    Json parameters = Json::object(); ///< of the query, beside those in the address
    Json body;                        ///< null for none
    QStringList triggers;             ///< keys such as "current.course": asked again when one of them changes
};

/// When a field asks again by itself after a failure.
struct ActiveRetry
{
    int attempts = 0; ///< after the first one
    int delayMs = 1000;
    double backoff = 1; ///< each wait is so many times the one before
    QList<int> statuses;
};

/// A token that an AuthRequester asks for.
struct ActiveTokenWish
{
    QString provider; ///< "github"
    QString scope;    ///< several with spaces between
};

/// What the Orchestrator's widgets take from ui:props. Source: the documentation of orchestrator-form-widgets in
/// redhat-developer/rhdh-plugins (workspaces/orchestrator/docs/orchestratorFormWidgets.md), and the schemas in use.
struct ActiveProps
{
    enum class Widget { TextInput, Dropdown, MultiSelect, Boolean, Text, SchemaUpdater, AuthRequester };

    Widget widget = Widget::TextInput;
    ActiveRequest fetch;
    ActiveRequest validate;
    ActiveRetry retry;
    QHash<QString, QString> selectors; ///< JSONata, by what stands behind "fetch:response:"
    QHash<QString, Json> constants;    ///< those of fetch:response: that are no selectors
    std::optional<Json> standard;      ///< fetch:response:default
    QString text;                      ///< of an ActiveText: Markdown with templates
    QList<ActiveTokenWish> tokens;
    bool clearsOnTrigger = false;
    bool hidesUnreadyErrors = false;
    bool hidesErrors = false;
    bool skipsInitialValue = false;
    bool allowsNewItems = false;

    bool asks() const { return !fetch.address.isEmpty(); }
};

/// Whether a ui:widget is one of those.
bool isActiveWidget(const QString &name);
/// For a field with `active` set.
ActiveProps readActiveProps(const FormField &field);
/// Translated: why the field cannot work as its schema says and is shown as a plain one; "" when it can.
QString activeProblem(const FormField &field, const ActiveProps &props);
/// Translated: what it leaves out while it works all the same; "" for nothing.
QString activeShortcomings(const ActiveProps &props);
/// The header that carries a token to the workflow's own services.
QString tokenHeader(const ActiveTokenWish &wish);

} // namespace podium
