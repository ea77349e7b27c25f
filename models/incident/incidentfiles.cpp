// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "models/incident/incidentfiles.h"

#include "models/services/curlcommand.h"

#include <QCoreApplication>

#include <algorithm>

namespace podium {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(IncidentBundle)
};

void add(Json &object, const char *name, const QString &text)
{
    if (!text.isEmpty())
        object[name] = text.toStdString();
}

void add(Json &object, const char *name, const QDateTime &time)
{
    if (time.isValid())
        object[name] = time.toUTC().toString(Qt::ISODateWithMs).toStdString();
}

void add(Json &object, const char *name, const QStringList &texts)
{
    for (const QString &text : texts)
        object[name].push_back(text.toStdString());
}

Json linkOf(const InstanceLink &link)
{
    Json object = Json::object();
    add(object, "id", link.id);
    add(object, "workflow", link.workflowId);
    add(object, "name", link.workflowName);
    add(object, "state", wordOf(link.state));
    return object;
}

Json instanceOf(const WorkflowInstance &instance)
{
    Json object = Json::object();
    add(object, "id", instance.id);
    add(object, "workflow", instance.workflowId);
    add(object, "version", instance.version);
    add(object, "name", instance.workflowName);
    add(object, "state", wordOf(instance.state));
    add(object, "businessKey", instance.businessKey);
    add(object, "start", instance.start);
    add(object, "end", instance.end);
    add(object, "lastUpdate", instance.lastUpdate);
    add(object, "createdBy", instance.createdBy);
    add(object, "updatedBy", instance.updatedBy);
    add(object, "serviceUrl", instance.serviceUrl);
    add(object, "addons", instance.addons);
    add(object, "executionSummary", instance.executionSummary);
    add(object, "rootId", instance.rootId);
    add(object, "cloudEventId", instance.cloudEventId);
    add(object, "cloudEventSource", instance.cloudEventSource);
    if (instance.error) {
        Json &error = object["error"] = Json::object();
        add(error, "nodeDefinitionId", instance.error->nodeDefinitionId);
        add(error, "nodeInstanceId", instance.error->nodeInstanceId);
        add(error, "message", instance.error->message);
    }
    if (instance.parent)
        object["parent"] = linkOf(*instance.parent);
    for (const InstanceLink &child : instance.children)
        object["children"].push_back(linkOf(child));
    return object;
}

Json nodesOf(const WorkflowInstance &instance)
{
    Json nodes = Json::array();
    for (const NodeInstance &node : instance.nodes) {
        Json object = Json::object();
        add(object, "id", node.id);
        add(object, "name", node.name);
        add(object, "type", node.type);
        add(object, "definitionId", node.definitionId);
        add(object, "enter", node.enter);
        add(object, "exit", node.exit);
        add(object, "errorMessage", node.errorMessage);
        add(object, "cancelType", node.cancelType);
        if (node.retrigger)
            object["retrigger"] = *node.retrigger;
        if (node.inputArgs)
            object["inputArgs"] = *node.inputArgs;
        if (node.outputArgs)
            object["outputArgs"] = *node.outputArgs;
        nodes.push_back(std::move(object));
    }
    return nodes;
}

Json jobsOf(const QList<Job> &jobs)
{
    Json list = Json::array();
    for (const Job &job : jobs) {
        Json object = Json::object();
        add(object, "id", job.id);
        add(object, "status", wordOf(job.status));
        add(object, "expirationTime", job.expirationTime);
        add(object, "lastUpdate", job.lastUpdate);
        add(object, "nodeInstanceId", job.nodeInstanceId);
        object["retries"] = job.retries;
        object["executionCounter"] = job.executionCounter;
        if (job.repeatInterval)
            object["repeatInterval"] = *job.repeatInterval;
        add(object, "exceptionMessage", job.exceptionMessage);
        add(object, "exceptionDetails", job.exceptionDetails);
        list.push_back(std::move(object));
    }
    return list;
}

/// What is left of a name that can be a file's everywhere.
QString fileNameOf(const QString &name)
{
    QString safe;
    for (const QChar c : name.mid(name.lastIndexOf(u'/') + 1).left(80)) {
        const bool plain = c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.');
        safe += plain ? c : QChar(u'_');
    }
    while (safe.startsWith(u'.'))
        safe.remove(0, 1);
    return safe;
}

QString definitionName(const IncidentSources &sources)
{
    const QString told = fileNameOf(sources.source.fileName);
    if (told.contains(".sw."_L1))
        return told;
    const bool json = sources.source.text.trimmed().startsWith('{');
    const QString id = fileNameOf(sources.instance.workflowId);
    return (id.isEmpty() ? u"workflow"_s : id) % (json ? u".sw.json"_s : u".sw.yaml"_s);
}

const Json *inputIn(const SharedJson &variables)
{
    return variables ? memberAt(*variables, "workflowdatainput") : nullptr;
}

class Builder
{
public:
    Builder(const IncidentSources &sources, const Redaction &redaction)
        : m_sources(sources)
        , m_redaction(redaction)
    {
    }

    IncidentFile make(IncidentPart part) const
    {
        const WorkflowInstance &instance = m_sources.instance;
        switch (part) {
        case IncidentPart::Instance:
            return {u"instance.json"_s, text(m_redaction.applied(instanceOf(instance)))};
        case IncidentPart::Nodes:
            return {u"nodes.json"_s, text(m_redaction.applied(nodesOf(instance)))};
        case IncidentPart::Variables:
            return {u"variables.json"_s, text(m_redaction.appliedAt(*instance.variables))};
        case IncidentPart::Definition:
            return {definitionName(m_sources), m_redaction.applied(m_sources.source.text)};
        case IncidentPart::Graph:
            return {u"graph.svg"_s, m_redaction.applied(m_sources.graph)};
        case IncidentPart::Jobs:
            return {u"jobs.json"_s, text(m_redaction.applied(jobsOf(*m_sources.jobs)))};
        case IncidentPart::Start:
            break;
        }
        return {u"start.sh"_s, startScript()};
    }

    IncidentFile readMe(const QList<IncidentFile> &files, const QList<IncidentPart> &parts) const
    {
        const WorkflowInstance &instance = m_sources.instance;
        QStringList lines{Texts::tr("Incident bundle of a workflow instance"),
                          QString(),
                          Texts::tr("Workflow: %1, version %2").arg(instance.workflowId, instance.version),
                          Texts::tr("Instance: %1").arg(instance.id),
                          Texts::tr("State: %1").arg(displayName(instance.state)),
                          Texts::tr("Environment: %1").arg(m_sources.environment),
                          Texts::tr("Made: %1 by Podium %2")
                              .arg(m_sources.madeAt.toUTC().toString(Qt::ISODate), QStringLiteral(PODIUM_VERSION)),
                          QString(),
                          Texts::tr("Files:")};
        for (qsizetype i = 0; i < files.size(); ++i)
            lines << u"  "_s % files.at(i).name.leftJustified(20) % u' ' % displayName(parts.at(i));
        lines << QString();
        if (m_redaction.isEmpty()) {
            lines << Texts::tr("No values were left out.");
        } else {
            lines << Texts::tr("%n value(s) of the variables are left out, and %1 stands in their place in all files:",
                               nullptr, static_cast<int>(m_redaction.pointers().size()))
                         .arg(Redaction::mark());
            for (const QString &pointer : m_redaction.pointers())
                lines << u"  "_s + pointer;
        }
        if (parts.contains(IncidentPart::Start))
            lines << QString() << Texts::tr("start.sh starts another run: put a token in the place of YOUR_TOKEN.");
        return {u"README.txt"_s, m_redaction.applied(lines.join(u'\n').toUtf8() + '\n')};
    }

private:
    static QByteArray text(const Json &value) { return toBytes(value, 2) + '\n'; }

    QByteArray startScript() const
    {
        const Json *input = inputIn(m_sources.instance.variables);
        SharedJson redacted;
        if (input) {
            Json variables = m_redaction.appliedAt(*m_sources.instance.variables);
            redacted = std::make_shared<const Json>(std::move(variables["workflowdatainput"]));
        }
        QByteArray script = "#!/bin/sh\n";
        script += "# " +
                  Texts::tr("Starts a run like this one. The business key must not be in use by a live run.").toUtf8() +
                  '\n';
        if (!input)
            script += "# " + Texts::tr("The server did not keep the input: fill it in.").toUtf8() + '\n';
        return script + m_redaction.applied(startCommand(m_sources.start, redacted)) + '\n';
    }

    const IncidentSources &m_sources;
    const Redaction &m_redaction;
};

} // namespace

QString displayName(IncidentPart part)
{
    switch (part) {
    case IncidentPart::Instance:
        return Texts::tr("Instance: state, times, error, family");
    case IncidentPart::Nodes:
        return Texts::tr("Nodes that it visited");
    case IncidentPart::Variables:
        return Texts::tr("Variables and input");
    case IncidentPart::Definition:
        return Texts::tr("Definition of the workflow");
    case IncidentPart::Graph:
        return Texts::tr("Graph with the states of the nodes");
    case IncidentPart::Jobs:
        return Texts::tr("Jobs");
    case IncidentPart::Start:
        break;
    }
    return Texts::tr("Command that starts a run like it");
}

bool hasPart(const IncidentSources &sources, IncidentPart part)
{
    switch (part) {
    case IncidentPart::Instance:
    case IncidentPart::Nodes:
        return !sources.instance.id.isEmpty();
    case IncidentPart::Variables:
        return sources.instance.variables != nullptr;
    case IncidentPart::Definition:
        return !sources.source.text.isEmpty();
    case IncidentPart::Graph:
        return !sources.graph.isEmpty();
    case IncidentPart::Jobs:
        return sources.jobs.has_value();
    case IncidentPart::Start:
        break;
    }
    return sources.start.isValid() && !sources.start.isEmpty();
}

QList<IncidentFile> incidentFiles(const IncidentSources &sources, const QList<IncidentPart> &parts,
                                  const Redaction &redaction, const std::function<bool()> &cancelled)
{
    const Builder builder(sources, redaction);
    QList<IncidentFile> files;
    QList<IncidentPart> made;
    for (const IncidentPart part : parts) {
        if (cancelled && cancelled())
            return {};
        if (!hasPart(sources, part))
            continue;
        files << builder.make(part);
        made << part;
    }
    files.prepend(builder.readMe(files, made));
    return files;
}

QByteArray startCommand(const QUrl &start, const SharedJson &input)
{
    const auto quoted = [](const QByteArray &text) { return shellQuoted(QString::fromUtf8(text)).toUtf8(); };
    return "curl --request POST " + quoted(start.toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveFragment)) +
           " --header 'Content-Type: application/json' --header 'Authorization: Bearer YOUR_TOKEN' --data " +
           quoted(input ? toBytes(*input) : QByteArray("{}"));
}

QString incidentFileName(const WorkflowInstance &instance)
{
    return u"incident-"_s % fileNameOf(instance.workflowId).left(40) % u'-' % fileNameOf(instance.id).left(8) %
           u".zip"_s;
}

} // namespace podium
