// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "app/live/subscriptionmessages.h"

#include "app/dataindex/decodeinstance.h"
#include "app/dataindex/decodejob.h"
#include "app/net/jsonvalues.h"

namespace podium {

using namespace Qt::StringLiterals;

namespace {

using Kind = SubscriptionNotice::Kind;

QString toText(const Json &message)
{
    return QString::fromUtf8(toBytes(message));
}

/// Reads messages one after the other into a batch.
class BatchReader
{
public:
    void read(const QString &text);
    PushedBatch take() { return std::move(m_batch); }

private:
    void readData(const QString &id, Json &payload);
    void readRoot(const QString &field, Json &value);
    void readRow(bool isJob, Json &row);
    void notice(Kind kind, const QString &id = {}, const QString &text = {})
    {
        m_batch.notices << SubscriptionNotice{kind, id, text};
    }

    template <typename Row>
    static void put(QList<Row> &rows, QHash<QString, qsizetype> &places, Row row);

    PushedBatch m_batch;
    QHash<QString, qsizetype> m_instancePlaces;
    QHash<QString, qsizetype> m_jobPlaces;
};

/// The message of the first error; errors come as a list, an object or a text.
QString errorText(const Json &payload)
{
    const Json *errors = memberAt(payload, "errors");
    const Json &value = errors ? *errors : payload;
    if (value.is_array())
        return value.empty() ? QString() : stringAt(value.front(), "message");
    return value.is_string() ? toQString(value) : stringAt(value, "message");
}

/// Two connections may overlap, so what arrives later is not always newer.
template <typename Row>
void BatchReader::put(QList<Row> &rows, QHash<QString, qsizetype> &places, Row row)
{
    const auto place = places.constFind(row.id);
    if (place == places.cend()) {
        places.insert(row.id, rows.size());
        rows << std::move(row);
        return;
    }
    Row &before = rows[*place];
    const bool isOlder = row.lastUpdate.isValid() && before.lastUpdate.isValid() && row.lastUpdate < before.lastUpdate;
    if (!isOlder)
        before = std::move(row);
}

void BatchReader::readRow(bool isJob, Json &row)
{
    if (isJob) {
        if (auto job = decodeJob(row))
            return put(m_batch.jobs, m_jobPlaces, std::move(*job));
    } else if (auto instance = decodeInstance(row, false)) {
        return put(m_batch.instances, m_instancePlaces, std::move(*instance));
    }
    ++m_batch.unreadable;
}

void BatchReader::readRoot(const QString &field, Json &value)
{
    const bool isJob = field.startsWith("Job"_L1);
    if (!isJob && !field.startsWith("ProcessInstance"_L1)) {
        ++m_batch.unreadable;
    } else if (value.is_array()) {
        for (Json &row : value)
            readRow(isJob, row);
    } else if (!value.is_null()) {
        readRow(isJob, value);
    }
}

void BatchReader::readData(const QString &id, Json &payload)
{
    const auto data = payload.is_object() ? payload.find("data") : payload.end();
    if (data != payload.end() && data->is_object()) {
        m_batch.ids.insert(id);
        for (auto &[field, value] : data->items())
            readRoot(QString::fromStdString(field), value);
    } else if (memberAt(payload, "errors")) {
        notice(Kind::Failed, id, errorText(payload)); // so Vert.x tells that there are no subscriptions
    } else {
        ++m_batch.unreadable;
    }
}

void BatchReader::read(const QString &text)
{
    ++m_batch.messages;
    auto message = parseJson(text.toUtf8());
    if (!message || !message->is_object()) {
        ++m_batch.unreadable;
        return;
    }
    const QString type = stringAt(*message, "type");
    const QString id = textAt(*message, "id");
    const auto found = message->find("payload");
    Json payload = found == message->end() ? Json() : std::move(*found);
    if (type == "data"_L1 || type == "next"_L1)
        readData(id, payload);
    else if (type == "ka"_L1)
        notice(Kind::KeepAlive);
    else if (type == "connection_ack"_L1)
        notice(Kind::Acknowledged);
    else if (type == "ping"_L1)
        notice(Kind::Ping);
    else if (type == "connection_error"_L1)
        notice(Kind::Refused, {}, errorText(payload));
    else if (type == "error"_L1)
        notice(Kind::Failed, id, errorText(payload));
    else if (type == "complete"_L1)
        notice(Kind::Completed, id);
    else if (type != "pong"_L1)
        ++m_batch.unreadable;
}

} // namespace

QString subprotocolOf(SubscriptionDialect dialect)
{
    return dialect == SubscriptionDialect::GraphqlWs ? u"graphql-ws"_s : u"graphql-transport-ws"_s;
}

SubscriptionDialect dialectOf(const QString &subprotocol)
{
    return subprotocol == subprotocolOf(SubscriptionDialect::GraphqlTransportWs)
               ? SubscriptionDialect::GraphqlTransportWs
               : SubscriptionDialect::GraphqlWs;
}

QString initMessage()
{
    return toText({{"type", "connection_init"}, {"payload", Json::object()}});
}

QString startMessage(SubscriptionDialect dialect, const QString &id, const GraphqlRequest &request)
{
    const char *type = dialect == SubscriptionDialect::GraphqlWs ? "start" : "subscribe";
    return toText({{"id", jsonText(id)},
                   {"type", type},
                   {"payload", {{"query", jsonText(request.document)}, {"variables", request.variables}}}});
}

QString stopMessage(SubscriptionDialect dialect, const QString &id)
{
    const char *type = dialect == SubscriptionDialect::GraphqlWs ? "stop" : "complete";
    return toText({{"id", jsonText(id)}, {"type", type}});
}

QString pongMessage()
{
    return toText({{"type", "pong"}});
}

PushedBatch decodePushed(const QStringList &messages)
{
    BatchReader reader;
    for (const QString &message : messages)
        reader.read(message);
    return reader.take();
}

} // namespace podium
