// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/activeeditor.h"

namespace podium {

class MarkdownView;

/// A part of a form that asks a server and has no value of its own; one that was set comes back.
class ValuelessEditor : public ActiveEditor
{
    Q_OBJECT
public:
    using ActiveEditor::ActiveEditor;

    bool isBlank() const override { return !value(); }
    QWidget *focusTarget() const override { return nullptr; }

protected:
    std::optional<Json> typed() const override { return std::nullopt; }
    void show(const std::optional<Json> &value) override { Q_UNUSED(value) }
};

/// ActiveText: Markdown with what the form and a server say in it.
class ActiveTextView : public ValuelessEditor
{
    Q_OBJECT
public:
    ActiveTextView(FormContext &context, const FormField &field, const ActiveProps &props, QWidget *parent);

protected:
    void take(const ActiveAnswer &answer) override;
    void valuesChanged(const ActiveValues &values) override;

private:
    void render();

    MarkdownView *m_view;
    ActiveValues m_values;
};

/// SchemaUpdater: says where parts of the form come from, and passes them on.
class SchemaUpdaterView : public ValuelessEditor
{
    Q_OBJECT
public:
    SchemaUpdaterView(FormContext &context, const FormField &field, const ActiveProps &props, QWidget *parent);

protected:
    void take(const ActiveAnswer &answer) override;
    QString answerText() const override;
};

/// AuthRequester: says which tokens the workflow asks for. The one of the user's own sign-in is offered where the
/// provider may be the same; Podium has no others.
class AuthRequesterView : public ValuelessEditor
{
    Q_OBJECT
public:
    AuthRequesterView(FormContext &context, const FormField &field, const ActiveProps &props, QWidget *parent);

    QWidget *focusTarget() const override { return m_first; }

protected:
    void take(const ActiveAnswer &answer) override { Q_UNUSED(answer) }

private:
    void addWish(const ActiveTokenWish &wish);
    void addOffer(const QString &header, const QString &issuer);

    QWidget *m_first = nullptr;
};

} // namespace podium
