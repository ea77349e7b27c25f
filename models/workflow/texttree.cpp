// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/workflow/texttree.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringDecoder>

#include <libfyaml.h>
#include <string_view>

using namespace Qt::StringLiterals;

namespace podium {

namespace {

class TextTreeTexts
{
    Q_DECLARE_TR_FUNCTIONS(podium::TextTree)
};

Error unreadable(const QString &why, const QString &details = {})
{
    Error error;
    error.kind = Error::Kind::Protocol;
    error.what = TextTreeTexts::tr("The definition cannot be read.");
    error.why = why;
    error.remedy = TextTreeTexts::tr("Check that the file is a workflow definition in YAML or JSON.");
    error.details = details;
    return error;
}

// The parser must never see these: they are no text, and some versions of it trust the encoding.
bool isText(const QByteArray &text)
{
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte == 0x7F || (byte < 0x20 && c != '\n' && c != '\r' && c != '\t'))
            return false;
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString ignored = decoder(text);
    return !decoder.hasError();
}

struct ParserCloser
{
    void operator()(fy_parser *parser) const { fy_parser_destroy(parser); }
};
struct DiagCloser
{
    void operator()(fy_diag *diag) const
    {
        fy_diag_reset_error(diag); // what it collected does not go with it (libfyaml 0.7.12)
        fy_diag_unref(diag);
    }
};

} // namespace

class TextTreeBuilder
{
    Q_DECLARE_TR_FUNCTIONS(podium::TextTree)
public:
    explicit TextTreeBuilder(const QByteArray &text) { m_tree.m_text = text; }

    /// False when the text ended in a fault.
    bool run(bool json)
    {
        fy_diag_cfg diagConfig;
        fy_diag_cfg_default(&diagConfig);
        diagConfig.fp = nullptr;
        diagConfig.output_fn = [](fy_diag *, void *, const char *, size_t) {};
        m_diag.reset(fy_diag_create(&diagConfig));
        if (!m_diag)
            return false;
        fy_diag_set_collect_errors(m_diag.get(), true);

        fy_parse_cfg config = {};
        config.flags = static_cast<fy_parse_cfg_flags>(FYPCF_QUIET | FYPCF_COLLECT_DIAG | FYPCF_DEFAULT_VERSION_1_2 |
                                                       (json ? FYPCF_JSON_FORCE : FYPCF_SLOPPY_FLOW_INDENTATION));
        config.diag = m_diag.get();
        std::unique_ptr<fy_parser, ParserCloser> parser(fy_parser_create(&config));
        if (!parser || fy_parser_set_string(parser.get(), m_tree.m_text.constData(),
                                            static_cast<size_t>(m_tree.m_text.size())) != 0)
            return false;
        readEvents(parser.get());
        // Where libfyaml 0.7.12 refuses a tab as indentation, it gives up one key twice, and crashes when the parser is
        // destroyed. Such a parser (4 kB) is left alone.
        if (refusedTab())
            static_cast<void>(parser.release());
        closeAll();
        return m_tree.m_fault.message.isEmpty();
    }

    TextTree takeTree() { return std::move(m_tree); }

private:
    void readEvents(fy_parser *parser)
    {
        bool done = false;
        while (!done) {
            fy_event *event = fy_parser_parse(parser);
            if (!event) {
                if (fy_parser_get_stream_error(parser))
                    reportParserError();
                return;
            }
            done = !take(event);
            fy_parser_event_free(parser, event);
        }
    }

    /// False: that is enough, the first document is complete or a limit is reached.
    bool take(fy_event *event)
    {
        switch (event->type) {
        case FYET_MAPPING_START:
            return open(TextTree::Kind::Mapping, event, event->mapping_start.anchor, event->mapping_start.tag);
        case FYET_SEQUENCE_START:
            return open(TextTree::Kind::Sequence, event, event->sequence_start.anchor, event->sequence_start.tag);
        case FYET_MAPPING_END:
        case FYET_SEQUENCE_END:
            close(fy_event_end_mark(event));
            return true;
        case FYET_SCALAR:
            return scalar(event);
        case FYET_ALIAS:
            return alias(event);
        case FYET_DOCUMENT_START:
            if (m_tree.m_root >= 0) // the first document is read; of the others only where they begin
                m_tree.m_nextDocument = spanOf(fy_event_start_mark(event), nullptr);
            return m_tree.m_root < 0;
        default:
            return true;
        }
    }

    static QString textOf(fy_token *token)
    {
        size_t length = 0;
        const char *text = token ? fy_token_get_text(token, &length) : nullptr;
        return text ? QString::fromUtf8(text, static_cast<qsizetype>(length)) : QString();
    }

    static SourceSpan spanOf(const fy_mark *start, const fy_mark *end)
    {
        SourceSpan span;
        if (start) {
            span.line = span.endLine = start->line + 1;
            span.column = span.endColumn = start->column + 1;
            span.begin = span.end = static_cast<qsizetype>(start->input_pos);
        }
        if (end && static_cast<qsizetype>(end->input_pos) >= span.begin) {
            span.endLine = end->line + 1;
            span.endColumn = end->column + 1;
            span.end = static_cast<qsizetype>(end->input_pos);
        }
        return span;
    }

    bool fail(const QString &message, const SourceSpan &span)
    {
        m_tree.m_fault = {message, span};
        return false;
    }

    bool add(TextTree::Node node, fy_token *anchor)
    {
        if (m_tree.m_nodes.size() >= TextTree::kMaxNodes)
            return fail(tr("The definition is too large."), node.span);
        if (anchor)
            node.anchor = textOf(anchor);
        m_tree.m_nodes.append(std::move(node));
        const auto index = static_cast<int>(m_tree.m_nodes.size() - 1);
        if (m_open.isEmpty())
            m_tree.m_root = index;
        else
            m_tree.m_nodes[m_open.last()].children.append(index);
        return true;
    }

    bool open(TextTree::Kind kind, fy_event *event, fy_token *anchor, bool tagged)
    {
        TextTree::Node node;
        node.kind = kind;
        node.tagged = tagged;
        node.span = spanOf(fy_event_start_mark(event), fy_event_end_mark(event));
        if (m_open.size() >= TextTree::kMaxDepth)
            return fail(tr("The definition is nested too deeply."), node.span);
        if (!add(std::move(node), anchor))
            return false;
        m_open.append(static_cast<int>(m_tree.m_nodes.size() - 1));
        return true;
    }

    // A block collection ends where the parser noticed it, lines later: it ends where its last child does.
    void close(const fy_mark *end)
    {
        if (m_open.isEmpty())
            return;
        const int index = m_open.takeLast();
        TextTree::Node &node = m_tree.m_nodes[index];
        node.flow = node.span.begin < m_tree.m_text.size() &&
                    (m_tree.m_text.at(node.span.begin) == '{' || m_tree.m_text.at(node.span.begin) == '[');
        if (end && node.flow) {
            node.span.endLine = end->line + 1;
            node.span.endColumn = end->column + 1;
            node.span.end = static_cast<qsizetype>(end->input_pos);
        } else {
            for (const int child : node.children) {
                const SourceSpan &span = m_tree.m_nodes.at(child).span;
                if (span.end > node.span.end) {
                    node.span.endLine = span.endLine;
                    node.span.endColumn = span.endColumn;
                    node.span.end = span.end;
                }
            }
        }
        weigh(index);
    }

    void closeAll()
    {
        while (!m_open.isEmpty())
            close(nullptr);
    }

    void weigh(int index)
    {
        TextTree::Node &node = m_tree.m_nodes[index];
        qint64 weight = 1;
        for (const int child : node.children)
            weight += m_tree.m_nodes.at(child).weight;
        node.weight = static_cast<int>(std::min<qint64>(weight, TextTree::kMaxNodes + 1));
        if (!node.anchor.isEmpty())
            m_anchors.insert(node.anchor, index);
    }

    bool scalar(fy_event *event)
    {
        TextTree::Node node;
        fy_token *token = event->scalar.value;
        node.text = textOf(token);
        node.tagged = event->scalar.tag;
        node.style = styleOf(token);
        node.quoted = node.style != TextTree::Style::Plain;
        node.span = spanOf(fy_event_start_mark(event), fy_event_end_mark(event));
        if (node.style == TextTree::Style::Literal || node.style == TextTree::Style::Folded)
            endBlock(node.span);
        if (!add(std::move(node), event->scalar.anchor))
            return false;
        weigh(static_cast<int>(m_tree.m_nodes.size() - 1));
        return true;
    }

    static TextTree::Style styleOf(fy_token *token)
    {
        switch (token ? fy_token_scalar_style(token) : FYSS_PLAIN) {
        case FYSS_SINGLE_QUOTED:
            return TextTree::Style::Single;
        case FYSS_DOUBLE_QUOTED:
            return TextTree::Style::Double;
        case FYSS_LITERAL:
            return TextTree::Style::Literal;
        case FYSS_FOLDED:
            return TextTree::Style::Folded;
        default:
            return TextTree::Style::Plain;
        }
    }

    // libfyaml's mark stands where the next part begins: on the last line with text it should.
    void endBlock(SourceSpan &span) const
    {
        const QByteArray &text = m_tree.m_text;
        span.end = std::min(span.end, text.size());
        while (span.end > span.begin && QByteArrayView(" \t\r\n").contains(text.at(span.end - 1)))
            --span.end;
        const QByteArrayView block = QByteArrayView(text).sliced(span.begin, span.end - span.begin);
        span.endLine = span.line + static_cast<int>(block.count('\n'));
        span.endColumn = static_cast<int>(span.end - (text.lastIndexOf('\n', span.end - 1) + 1)) + 1;
    }

    // An anchor is known only once its node is complete, so aliases cannot make a ring.
    bool alias(fy_event *event)
    {
        const SourceSpan span = spanOf(fy_event_start_mark(event), fy_event_end_mark(event));
        const int target = m_anchors.value(textOf(event->alias.anchor), -1);
        if (target < 0)
            return fail(tr("An alias names an anchor that does not exist."), span);
        m_aliased += m_tree.m_nodes.at(target).weight;
        if (m_aliased > TextTree::kMaxNodes)
            return fail(tr("The aliases of the definition expand to too much."), span);
        TextTree::Node node;
        node.kind = TextTree::Kind::Alias;
        node.span = span;
        node.children = {target};
        node.weight = m_tree.m_nodes.at(target).weight;
        return add(std::move(node), nullptr);
    }

    bool refusedTab() const
    {
        void *iterator = nullptr;
        while (const fy_diag_error *error = fy_diag_errors_iterate(m_diag.get(), &iterator)) {
            if (error->msg && std::string_view(error->msg).find("tab") != std::string_view::npos)
                return true;
        }
        return false;
    }

    void reportParserError()
    {
        void *iterator = nullptr;
        const fy_diag_error *first = fy_diag_errors_iterate(m_diag.get(), &iterator);
        if (!first) {
            fail(tr("The text is neither YAML nor JSON."), {1, 1, 1, 1, 0, 0});
            return;
        }
        SourceSpan span;
        span.line = span.endLine = std::max(first->line, 1); // from 1, unlike marks
        span.column = span.endColumn = std::max(first->column, 1);
        fail(QString::fromUtf8(first->msg ? first->msg : ""), span);
        if (m_tree.m_fault.message.isEmpty())
            m_tree.m_fault.message = tr("The text is neither YAML nor JSON.");
    }

    TextTree m_tree;
    std::unique_ptr<fy_diag, DiagCloser> m_diag;
    QList<int> m_open;
    QHash<QString, int> m_anchors;
    qint64 m_aliased = 0;
};

Result<TextTree> TextTree::parse(const QByteArray &text)
{
    QByteArray content = text;
    if (content.startsWith("\xEF\xBB\xBF"))
        content.remove(0, 3);
    if (content.trimmed().isEmpty())
        return unreadable(TextTreeBuilder::tr("It is empty."));
    if (!isText(content))
        return unreadable(TextTreeBuilder::tr("It is not UTF-8 text."));

    const bool looksLikeJson = content.trimmed().startsWith('{');
    if (looksLikeJson) {
        TextTreeBuilder builder(content);
        if (builder.run(true))
            return builder.takeTree();
    }
    TextTreeBuilder builder(content);
    builder.run(false);
    TextTree tree = builder.takeTree();
    if (tree.m_root < 0) {
        return unreadable(tree.m_fault.message.isEmpty() ? TextTreeBuilder::tr("It is empty.") : tree.m_fault.message,
                          u"line %1, column %2"_s.arg(tree.m_fault.span.line).arg(tree.m_fault.span.column));
    }
    return tree;
}

} // namespace podium
