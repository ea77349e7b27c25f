// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/graph/textmetrics.h"

namespace podium {

TextMetrics::TextMetrics()
{
    advance.fill(7.5F);
    for (const char c :
         {'i', 'j', 'l', 't', 'f', 'r', 'I', '.', ',', ':', ';', '|', '!', ' ', '(', ')', '[', ']', '\''})
        advance[static_cast<std::size_t>(c)] = 4.5F;
    for (const char c : {'m', 'w', 'M', 'W', '@', '%'})
        advance[static_cast<std::size_t>(c)] = 11.5F;
}

double TextMetrics::width(QStringView text) const
{
    double sum = 0;
    for (const QChar c : text)
        sum += static_cast<double>(c.unicode() < 128 ? advance[c.unicode()] : wide);
    return sum;
}

} // namespace podium
