// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/form/varianteditor.h"

#include "ui/form/fieldrow.h"
#include "ui/form/texteditors.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QWheelEvent>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

class QuietBox : public QComboBox
{
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

} // namespace

VariantEditor::VariantEditor(FormContext &context, const FormField &field, QWidget *parent)
    : FieldEditor(context, field, parent)
    , m_box(new QuietBox(this))
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::m);
    m_column->addWidget(m_box);
    m_box->setEnabled(!field.readOnly);
    m_box->setPlaceholderText(tr("Choose…"));
    if (!field.required || field.nullable) {
        m_box->addItem(tr("Not set"));
        m_offset = 1;
    }
    m_box->addItems(field.variants);
    m_box->setCurrentIndex(-1);
    connect(m_box, &QComboBox::activated, this, [this] { choose(chosen()); });
}

qsizetype VariantEditor::chosen() const
{
    return std::max(-1, m_box->currentIndex() - m_offset);
}

void VariantEditor::choose(qsizetype variant)
{
    if (variant == m_shown && !m_foreign)
        return;
    m_foreign.reset();
    Json common = Json::object();
    if (m_body) {
        if (const auto typed = m_body->editor()->value()) {
            m_stash.insert(m_shown, *typed);
            if (typed->is_object())
                common = *typed;
        }
    }
    showVariant(variant);
    if (m_body) {
        auto value = m_stash.contains(variant) ? std::optional(m_stash.take(variant))
                                               : initialValue(m_context.schema, m_body->field());
        // What the old and the new variant share need not be typed again.
        for (const FormField &member : m_body->field().members) {
            const std::string key = member.key.toStdString();
            if (!common.contains(key) || member.constant)
                continue;
            if (!value)
                value = Json::object();
            if (value->is_object() && !value->contains(key))
                (*value)[key] = common[key];
        }
        m_body->editor()->setValue(value);
    }
    m_context.restructured();
    Q_EMIT edited();
    Q_EMIT reshaped();
}

void VariantEditor::showVariant(qsizetype variant)
{
    if (m_body) {
        m_body->hide();
        m_body->deleteLater();
        m_body = nullptr;
    }
    m_shown = variant;
    if (variant < 0)
        return;
    FormField body = m_context.schema.variant(field(), variant);
    body.required = true; // chosen is chosen, also with nothing filled in
    const DepthScope scope = inside();
    m_body = new FieldRow(m_context, body, FieldRow::Look::Body, this);
    m_column->addWidget(m_body);
    if (isVisible())
        m_body->show();
    connect(m_body->editor(), &FieldEditor::edited, this, [this] {
        m_foreign.reset();
        Q_EMIT edited();
    });
}

std::optional<Json> VariantEditor::value() const
{
    if (m_foreign)
        return m_foreign;
    if (m_body)
        return m_body->editor()->value();
    return field().required && field().nullable ? std::optional(Json(nullptr)) : std::nullopt;
}

void VariantEditor::setValue(const std::optional<Json> &value)
{
    if (sameValue(this->value(), value))
        return;
    m_foreign.reset();
    if (!value || (value->is_null() && field().nullable)) {
        showVariant(-1);
        m_box->setCurrentIndex(value ? 0 : -1);
        m_foreign = value;
        return;
    }
    const qsizetype variant = m_context.schema.variantOf(field(), *value);
    if (variant < 0) {
        showVariant(-1);
        m_box->setCurrentIndex(-1);
        m_foreign = value;
        return;
    }
    if (variant != m_shown) {
        showVariant(variant);
        m_box->setCurrentIndex(static_cast<int>(variant) + m_offset);
    }
    m_body->editor()->setValue(value);
}

QWidget *VariantEditor::focusTarget() const
{
    return m_box;
}

void VariantEditor::setWrong(bool wrong)
{
    markWrong(m_box, wrong);
}

void VariantEditor::placeProblems(ProblemSet &problems, const QString &pointer)
{
    if (m_body)
        m_body->place(problems, pointer);
}

void VariantEditor::followConditions()
{
    if (m_body)
        m_body->editor()->followConditions();
}

void VariantEditor::forEachRow(const std::function<void(FieldRow *)> &visit)
{
    if (!m_body)
        return;
    visit(m_body);
    m_body->editor()->forEachRow(visit);
}

} // namespace podium
