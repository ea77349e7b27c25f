// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/workflow/references.h"
#include "models/workflow/statereader.h"
#include "models/workflow/texttree.h"
#include "models/workflow/workflowdocument.h"

using namespace Qt::StringLiterals;

namespace podium {

namespace {

/// The parts of a definition around its states.
class WorkflowReader
{
    Q_DECLARE_TR_FUNCTIONS(podium::WorkflowReader)
public:
    static Error tooLarge()
    {
        Error error;
        error.kind = Error::Kind::Protocol;
        error.what = tr("The definition cannot be read.");
        error.why = tr("It is larger than %1 MB.").arg(kMaxWorkflowSize / 1024 / 1024);
        error.remedy = tr("Check that the file is a workflow definition.");
        return error;
    }
    static Error noMapping()
    {
        Error error;
        error.kind = Error::Kind::Protocol;
        error.what = tr("The definition cannot be read.");
        error.why = tr("It is text, but not a workflow: there are no named parts in it.");
        error.remedy = tr("Check that the file is a workflow definition in YAML or JSON.");
        return error;
    }

    WorkflowDocument read(const TextTree &tree)
    {
        if (!tree.fault().message.isEmpty()) {
            m_document.incomplete = true;
            problem("syntax"_L1, tr("The text cannot be read from here on: %1").arg(tree.fault().message),
                    tree.fault().span);
        }
        TextPlace root = TextPlace::rootOf(tree);
        if (root["kind"_L1].string().startsWith("SonataFlow"_L1) || (root.has("spec"_L1) && !root.has("states"_L1)))
            root = readResource(root);
        readHead(root);
        readStart(root["start"_L1]);
        readStates(root);
        readLists(root);
        checkReferences(m_document);
        return std::move(m_document);
    }

private:
    void problem(QLatin1StringView rule, const QString &message, const SourceSpan &span)
    {
        m_document.problems.append({WorkflowProblem::Severity::Error, message, span, rule});
    }

    // https://sonataflow.org resources carry the workflow in spec.flow, and its head in the metadata.
    TextPlace readResource(const TextPlace &root)
    {
        const TextPlace metadata = root["metadata"_L1];
        const TextPlace notes = metadata["annotations"_L1];
        m_document.id = metadata["name"_L1].string();
        m_document.name = notes["sonataflow.org/name"_L1].string();
        m_document.version = notes["sonataflow.org/version"_L1].string();
        m_document.description = notes["sonataflow.org/description"_L1].string();
        const TextPlace flow = root["spec"_L1]["flow"_L1];
        return flow.isMapping() ? flow : root;
    }

    void readHead(const TextPlace &root)
    {
        const auto take = [&root](QString &field, QLatin1StringView key) {
            if (const QString text = root[key].string(); !text.isEmpty())
                field = text;
        };
        take(m_document.id, "id"_L1);
        take(m_document.key, "key"_L1);
        take(m_document.name, "name"_L1);
        take(m_document.version, "version"_L1);
        take(m_document.description, "description"_L1);
        take(m_document.specVersion, "specVersion"_L1);
        take(m_document.expressionLang, "expressionLang"_L1);
        const TextPlace schema = root["dataInputSchema"_L1];
        m_document.dataInputSchema = schema.isMapping() ? schema["schema"_L1].string() : schema.string();
        m_document.annotations = StateReader::strings(root["annotations"_L1]);
        m_document.secrets = StateReader::strings(root["secrets"_L1]);
        m_document.secretsUri = root["secrets"_L1].string();
        if (!root["constants"_L1].isNull())
            m_document.constants = root["constants"_L1].source();
        for (const TextPlace &item : root["extensions"_L1].items()) {
            // The specification says extensionId, SonataFlow extensionid.
            const TextPlace name = item.has("extensionid"_L1) ? item["extensionid"_L1] : item["extensionId"_L1];
            if (!name.string().isEmpty())
                m_document.extensions.append(name.string());
        }
        readTimeouts(root["timeouts"_L1]);
        m_document.keepActive = root["keepActive"_L1].boolean();
        m_document.autoRetries = root["autoRetries"_L1].boolean();
    }

    void readTimeouts(const TextPlace &place)
    {
        m_document.timeouts = StateReader::timeouts(place);
        m_document.timeoutsUri = place.string();
        const TextPlace last = place["workflowExecTimeout"_L1]["runBefore"_L1];
        m_document.runBefore = {last.string(), last.span()};
    }

    void readStart(const TextPlace &place)
    {
        if (place.isNull())
            return;
        Start start;
        start.span = place.span();
        if (place.isMapping()) {
            const TextPlace name = place["stateName"_L1];
            start.state = {name.string(), name.span()};
            start.schedule = schedule(place["schedule"_L1]);
            start.validUntil = place["schedule"_L1]["cron"_L1]["validUntil"_L1].string();
        } else {
            start.state = {place.string(), place.span()};
        }
        m_document.start = start;
    }

    static QString schedule(const TextPlace &place)
    {
        if (!place.isMapping())
            return place.string();
        const TextPlace cron = place["cron"_L1];
        const QString rule = cron.isMapping() ? cron["expression"_L1].string() : cron.string();
        const QString text = rule.isEmpty() ? place["interval"_L1].string() : rule;
        const QString zone = place["timezone"_L1].string();
        return zone.isEmpty() ? text : text + u" ("_s + zone + u")"_s;
    }

    void readStates(const TextPlace &root)
    {
        const TextPlace states = root["states"_L1];
        StateReader reader(m_document.problems);
        QSet<QString> names;
        for (const TextPlace &item : states.items()) {
            if (!item.isMapping()) {
                problem("not-an-object"_L1, tr("A state is not an object."), item.span());
                continue;
            }
            m_document.states.append(reader.read(item));
            const State &state = m_document.states.last();
            if (!state.name.isEmpty() && names.contains(state.name)) {
                problem("duplicate-name"_L1, tr("More than one state is named \"%1\".").arg(state.name),
                        state.nameSpan);
            }
            names.insert(state.name);
        }
        if (m_document.states.isEmpty())
            problem("no-states"_L1, tr("The definition has no states."), root.span());
    }

    template <typename T, typename ReadOne>
    static void readList(ListOrUri<T> &list, const TextPlace &place, ReadOne readOne)
    {
        list.span = place.span();
        if (place.isScalar())
            list.uri = place.string();
        for (const TextPlace &item : place.items()) {
            if (!item.isMapping())
                continue;
            T entry;
            entry.span = item.span();
            entry.name = item["name"_L1].string();
            readOne(entry, item);
            list.items.append(std::move(entry));
        }
    }

    void readLists(const TextPlace &root)
    {
        readList(m_document.functions, root["functions"_L1], [](Function &function, const TextPlace &item) {
            function.type = item.has("type"_L1) ? item["type"_L1].string() : u"rest"_s;
            function.operation = item["operation"_L1].source();
            function.auth = item["authRef"_L1].string();
        });
        readList(m_document.events, root["events"_L1], [](Event &event, const TextPlace &item) {
            event.type = item["type"_L1].string();
            event.source = item["source"_L1].string();
            event.produced = item["kind"_L1].string() == "produced"_L1;
            for (const TextPlace &correlation : item["correlation"_L1].items())
                event.correlations.append(correlation["contextAttributeName"_L1].string());
        });
        readList(m_document.retries, root["retries"_L1], [](Retry &retry, const TextPlace &item) {
            retry.delay = item["delay"_L1].string();
            retry.maxAttempts = item["maxAttempts"_L1].string();
            retry.multiplier = item["multiplier"_L1].string();
        });
        readList(m_document.errors, root["errors"_L1],
                 [](ErrorDefinition &error, const TextPlace &item) { error.code = item["code"_L1].string(); });
        readList(m_document.auth, root["auth"_L1], [](AuthDefinition &auth, const TextPlace &item) {
            auth.scheme = item.has("scheme"_L1) ? item["scheme"_L1].string() : u"basic"_s;
        });
    }

    WorkflowDocument m_document;
};

} // namespace

Result<WorkflowDocument> readWorkflow(const QByteArray &text)
{
    if (text.size() > kMaxWorkflowSize)
        return WorkflowReader::tooLarge();
    const Result<TextTree> tree = TextTree::parse(text);
    if (!tree)
        return tree.error();
    return readWorkflow(*tree);
}

Result<WorkflowDocument> readWorkflow(const TextTree &tree)
{
    if (!TextPlace::rootOf(tree).isMapping())
        return WorkflowReader::noMapping();
    return WorkflowReader().read(tree);
}

} // namespace podium
