// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/textfile.h"

#include <QCoreApplication>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(podium::TextFile)
};

Error refused(const QString &why, const QString &remedy = {})
{
    Error error;
    error.kind = Error::Kind::Validation;
    error.what = Texts::tr("This file cannot be edited here.");
    error.why = why;
    error.remedy = remedy;
    return error;
}

/// What a text editor of Qt turns into something else.
bool isLost(QChar c)
{
    switch (c.unicode()) {
    case 0x2028: // line and paragraph separators stand for ends of lines
    case 0x2029:
    case 0xfdd0: // and these for frames of a document
    case 0xfdd1:
    case 0xfffc: // an object within the text
        return true;
    default:
        return c.unicode() < 0x20 && c != u'\n' && c != u'\r' && c != u'\t' && c != u'\f';
    }
}

qsizetype lineOf(const QString &text, qsizetype position)
{
    return text.left(position).count(u'\n') + 1;
}

/// The text with line feeds only; a return alone ends a line of old files, which is nothing an editor keeps.
QString withLineFeeds(QString text)
{
    return text.replace(u"\r\n"_s, u"\n"_s);
}

QByteArray toBytes(const QString &text, const TextFormat &format)
{
    QStringEncoder encode(format.encoding,
                          format.byteOrderMark ? QStringEncoder::Flag::WriteBom : QStringEncoder::Flag::Default);
    return encode(text);
}

/// Lines without their ends.
struct Line
{
    QStringView text;
    bool carriageReturn = false;
};

QList<Line> linesOf(const QString &text)
{
    QList<Line> lines;
    for (QStringView each : QStringView(text).split(u'\n')) {
        const bool carriageReturn = each.endsWith(u'\r');
        lines.append({carriageReturn ? each.chopped(1) : each, carriageReturn});
    }
    return lines;
}

} // namespace

Result<TextFile> TextFile::decode(const QByteArray &bytes)
{
    if (bytes.size() > kMaxTextFile) {
        return refused(Texts::tr("It has %1 MB; files of up to %2 MB can be opened.")
                           .arg(bytes.size() / 1'000'000)
                           .arg(kMaxTextFile / 1'000'000));
    }
    TextFile file;
    file.bytes = bytes;
    const auto marked = QStringConverter::encodingForData(bytes);
    file.format.byteOrderMark = marked.has_value();
    file.format.encoding = marked.value_or(QStringConverter::Utf8);
    // The mark is taken off by hand: a decoder that does so would also swallow a second one.
    QStringDecoder decoder(file.format.encoding, QStringConverter::Flag::ConvertInitialBom);
    QString text = decoder(bytes);
    if (file.format.byteOrderMark && text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    if (decoder.hasError()) {
        return refused(Texts::tr("It is not written in UTF-8."),
                       Texts::tr("Convert it first, for example with iconv -f LATIN1 -t UTF-8."));
    }
    if (const auto lost = std::find_if(text.cbegin(), text.cend(), isLost); lost != text.cend()) {
        const auto position = std::distance(text.cbegin(), lost);
        return refused(Texts::tr("Line %1 holds the character U+%2, which is no text.")
                           .arg(lineOf(text, position))
                           .arg(lost->unicode(), 4, 16, QLatin1Char('0')));
    }
    file.text = withLineFeeds(text);
    if (file.text.contains(u'\r'))
        return refused(Texts::tr("Some of its lines end in a carriage return alone."));
    const qsizetype returns = text.size() - file.text.size();
    file.format.carriageReturns = returns * 2 > file.text.count(u'\n');
    if (toBytes(text, file.format) != bytes)
        return refused(Texts::tr("Its encoding would not come back as it is."));
    return file;
}

QByteArray TextFile::encode(const QString &edited) const
{
    if (edited == text && !bytes.isEmpty())
        return bytes;
    QStringDecoder decoder(format.encoding, QStringConverter::Flag::ConvertInitialBom);
    QString decoded = decoder(bytes);
    if (format.byteOrderMark && decoded.startsWith(QChar::ByteOrderMark))
        decoded.remove(0, 1);
    const QList<Line> before = linesOf(decoded);
    const QList<Line> after = linesOf(edited);
    const qsizetype common = qMin(before.size(), after.size());
    qsizetype head = 0;
    while (head < common && before.at(head).text == after.at(head).text)
        ++head;
    qsizetype tail = 0;
    while (tail < common - head && before.at(before.size() - 1 - tail).text == after.at(after.size() - 1 - tail).text)
        ++tail;
    QString out;
    out.reserve(edited.size() + after.size());
    for (qsizetype i = 0; i < after.size(); ++i) {
        out += after.at(i).text;
        if (i + 1 == after.size())
            break;
        const bool kept = i < head || i >= after.size() - tail;
        const qsizetype old = i < head ? i : i - after.size() + before.size();
        // The last line of a file may have had no end.
        const bool hadEnd = kept && old + 1 < before.size();
        out += (hadEnd ? before.at(old).carriageReturn : format.carriageReturns) ? u"\r\n"_s : u"\n"_s;
    }
    return toBytes(out, format);
}

} // namespace podium
