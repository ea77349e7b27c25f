// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/structureeditor.h"

#include <random>

namespace podium {

/// One edit of a document, drawn by chance, with what it should mean and where it may change text.
struct RandomEdit
{
    QString what; ///< for the message of a test
    Result<TextEdit> edit = Error();
    Json expected;    ///< the document's value after it
    ByteRange within; ///< no byte outside of this may change
};

RandomEdit randomEdit(const StructureEditor &editor, std::mt19937 &random);

} // namespace podium
