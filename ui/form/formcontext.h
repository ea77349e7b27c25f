// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/core/error.h"
#include "models/form/formschema.h"
#include "models/form/hiddenwhen.h"

#include <QList>
#include <QPointer>

#include <functional>
#include <utility>

namespace podium {

class ActiveForm;
class FieldRow;
class ObjectEditor;

/// What all parts of one form share. Outlives them.
struct FormContext
{
    FormSchema schema;
    std::function<void(FieldRow *)> edited; ///< the user changed the value of a row
    std::function<void()> restructured;     ///< rows came or went
    Json input = Json::object();            ///< all of it, as of the last turn: decides what is hidden
    bool hidesSome = false;                 ///< there are such fields
    ActiveForm *active = nullptr;           ///< for fields that ask servers; null: they are plain fields
    int rowsLeft = FormSchema::kMaxFields;  ///< beyond it parts of the form are edited as JSON
    int depth = 0;                          ///< of the row being made: see DepthScope
    /// A large form is made in turns of the event loop, and a group leaves its next members for the next one once no
    /// more than this many rows are left.
    int turnEnds = kNoEnd;
    QList<QPointer<ObjectEditor>> unfinished; ///< in the order of the form
    static constexpr int kMaxDepth = 16;
    static constexpr int kNoEnd = -1'000'000;

    void startTurn(int rows) { turnEnds = rowsLeft - rows; }
    void endTurns() { turnEnds = kNoEnd; }
    bool isHidden(const FormField &field) const
    {
        return field.hidden || (field.hiddenWhen && hides(*field.hiddenWhen, input));
    }
    bool isTurnOver() const { return rowsLeft <= turnEnds; }
};

/// Rows made while it lives are one level below `depth`.
class DepthScope
{
public:
    DepthScope(FormContext &context, int depth)
        : m_context(context)
        , m_before(context.depth)
    {
        context.depth = depth;
    }
    ~DepthScope() { m_context.depth = m_before; }
    Q_DISABLE_COPY_MOVE(DepthScope)

private:
    FormContext &m_context;
    int m_before;
};

/// Problems on their way to the rows they belong to.
class ProblemSet
{
public:
    struct Placed
    {
        QPointer<FieldRow> row;
        FieldError error;
    };

    explicit ProblemSet(QList<FieldError> errors)
        : m_open(std::move(errors))
    {
    }

    /// Takes what is told about exactly `pointer`.
    QStringList takeAt(const QString &pointer);
    /// Takes what is told about anything inside `pointer`.
    QStringList takeInside(const QString &pointer);
    /// Takes what is left, each on its own pointer.
    QList<FieldError> takeRest() { return std::exchange(m_open, {}); }

    QList<Placed> placed; ///< in the order of the fields

private:
    QList<FieldError> m_open;
};

} // namespace podium
