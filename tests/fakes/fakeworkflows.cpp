// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/fakeworkflows.h"

namespace podium {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kOrderSource = R"yaml(# The heart of the shop: from an order to a parcel.
id: order-fulfilment
version: "1.2"
specVersion: "0.8"
name: Fulfil an order
description: Checks an order, picks and invoices it at the same time, and waits for the courier
annotations: [shop, orders]
dataInputSchema: schemas/order-fulfilment.json
start: Check order
events:
  - name: courierArrived
    source: ""
    type: com.example.shop.courier.arrived
    kind: consumed
functions:
  - name: validateOrder
    type: custom
    operation: rest:post:/orders/validate
  - name: reserveStock
    type: custom
    operation: rest:post:/stock/reservations
  - name: sendInvoice
    type: custom
    operation: rest:post:/invoices
  - name: notifyCustomer
    type: custom
    operation: rest:post:/mail
states:
  - name: Check order
    type: operation
    actions:
      - name: validate order
        functionRef:
          refName: validateOrder
          arguments: {order: .orderId, items: .items}
        actionDataFilter:
          toStateData: .check
    transition: Is it in stock
  - name: Is it in stock
    type: switch
    dataConditions:
      - name: in stock
        condition: .check.available == true
        transition: Pick and invoice
    defaultCondition:
      transition: Turn down
  - name: Pick and invoice
    type: parallel
    completionType: allOf
    branches:
      - name: pick
        actions:
          - name: reserve stock
            functionRef: reserveStock
      - name: invoice
        actions:
          - name: send invoice
            functionRef: sendInvoice
    transition: Cool down
  - name: Cool down
    type: sleep
    duration: PT30S
    transition: Wait for courier
  - name: Wait for courier
    type: event
    onEvents:
      - eventRefs: [courierArrived]
        actions: []
    transition: Tell the customer
  - name: Tell the customer
    type: operation
    actions:
      - name: notify customer
        functionRef: notifyCustomer
    end: true
  - name: Turn down
    type: inject
    data:
      result:
        message: "Sorry, this is **out of stock**."
        completedWith: error
    end: true
)yaml";

constexpr auto kOrderSchema = R"json({
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "Order",
  "type": "object",
  "required": ["orderId", "customer", "items"],
  "properties": {
    "orderId": {"title": "Order number", "type": "string", "pattern": "^[A-Z]{2}-[0-9]{4,}$",
                "description": "As on the order confirmation, e.g. SO-1042"},
    "customer": {
      "title": "Customer", "type": "object", "required": ["name", "email"],
      "properties": {
        "name": {"title": "Name", "type": "string", "minLength": 2},
        "email": {"title": "E-mail", "type": "string", "format": "email"},
        "address": {"$ref": "#/definitions/address"}
      }
    },
    "items": {
      "title": "Items", "type": "array", "minItems": 1,
      "items": {
        "type": "object", "required": ["sku", "quantity"],
        "properties": {
          "sku": {"title": "Article", "type": "string"},
          "quantity": {"title": "Quantity", "type": "integer", "minimum": 1, "default": 1}
        }
      }
    },
    "priority": {"title": "Priority", "type": "string", "enum": ["low", "normal", "express"], "default": "normal"},
    "giftWrap": {"title": "Wrap as a gift", "type": "boolean", "default": false},
    "discount": {"title": "Discount in percent", "type": "number", "minimum": 0, "maximum": 50}
  },
  "definitions": {
    "address": {
      "title": "Address", "type": "object",
      "properties": {
        "street": {"title": "Street", "type": "string"},
        "city": {"title": "City", "type": "string"},
        "country": {"title": "Country", "type": "string", "enum": ["AT", "CH", "CZ", "DE", "FR", "PL"]}
      }
    }
  }
})json";

SharedJson shared(const char *text)
{
    return std::make_shared<const Json>(Json::parse(text));
}

/// Numbers nodes as the compiler of the runtime does.
class Nodes
{
public:
    void add(const QString &name, const QString &type, const QString &state = {}, const QString &branch = {},
             const QString &action = {})
    {
        const QString number = QString::number(m_nodes.size() + 1);
        m_nodes << NodeDefinition{number, name, type, u"_jbpm-unique-"_s + number, state, branch, action};
    }
    /// An operation state: a composite around its one action.
    void addOperation(const QString &state, const QString &action)
    {
        add(state, u"CompositeContextNode"_s, state);
        add(u"EmbeddedStart"_s, u"StartNode"_s);
        add(action, u"ActionNode"_s, state, {}, action);
        add(u"EmbeddedEnd"_s, u"EndNode"_s);
    }
    QList<NodeDefinition> take() { return std::move(m_nodes); }

private:
    QList<NodeDefinition> m_nodes;
};

QList<NodeDefinition> orderNodes()
{
    Nodes nodes;
    nodes.add(u"Start"_s, u"StartNode"_s, u"Check order"_s);
    nodes.addOperation(u"Check order"_s, u"validate order"_s);
    nodes.add(u"Is it in stock"_s, u"Split"_s, u"Is it in stock"_s);
    const QString fan = u"Pick and invoice"_s;
    nodes.add(fan + u"Start"_s, u"Split"_s, fan);
    for (const auto &[branch, action] : {std::pair(u"pick"_s, u"reserve stock"_s), {u"invoice"_s, u"send invoice"_s}}) {
        nodes.add(fan + u'-' + branch, u"CompositeContextNode"_s);
        nodes.add(u"EmbeddedStart"_s, u"StartNode"_s);
        nodes.add(action, u"ActionNode"_s, fan, branch, action);
        nodes.add(u"EmbeddedEnd"_s, u"EndNode"_s);
    }
    nodes.add(fan + u"End"_s, u"Join"_s, fan);
    nodes.add(u"Cool down"_s, u"TimerNode"_s, u"Cool down"_s);
    nodes.add(u"Wait for courier"_s, u"EventNode"_s, u"Wait for courier"_s);
    nodes.addOperation(u"Tell the customer"_s, u"notify customer"_s);
    nodes.add(u"Turn down"_s, u"ActionNode"_s, u"Turn down"_s);
    nodes.add(u"End"_s, u"EndNode"_s, u"Tell the customer"_s);
    nodes.add(u"End"_s, u"EndNode"_s, u"Turn down"_s);
    return nodes.take();
}

struct Outline
{
    QString id;
    QString version;
    QString name;
    QString description;
    QStringList steps; ///< one operation state each
};

QByteArray sequenceSource(const Outline &outline)
{
    QString text = u"id: %1\nversion: \"%2\"\nspecVersion: \"0.8\"\nname: %3\nstart: %4\n"_s.arg(
        outline.id, outline.version, outline.name, outline.steps.constFirst());
    text += u"functions:\n  - name: call\n    type: custom\n    operation: rest:post:/services\nstates:\n"_s;
    for (qsizetype i = 0; i < outline.steps.size(); ++i) {
        const QString &step = outline.steps.at(i);
        text += u"  - name: %1\n    type: operation\n    actions:\n      - name: %2\n        functionRef: call\n"_s.arg(
            step, step.toLower());
        const bool last = i + 1 == outline.steps.size();
        text += last ? u"    end: true\n"_s : u"    transition: %1\n"_s.arg(outline.steps.at(i + 1));
    }
    return text.toUtf8();
}

FakeWorkflow sequence(const Outline &outline, const Availability &availability = {Availability::State::Available, {}})
{
    FakeWorkflow workflow;
    WorkflowDefinition &definition = workflow.definition;
    definition.id = outline.id;
    definition.version = outline.version;
    definition.name = outline.name;
    definition.description = outline.description;
    definition.type = u"SW"_s;
    definition.serviceUrl = u"http://127.0.0.1:8180"_s;
    definition.endpoint = definition.serviceUrl % u'/' % definition.id;
    Nodes nodes;
    nodes.add(u"Start"_s, u"StartNode"_s, outline.steps.constFirst());
    for (const QString &step : outline.steps)
        nodes.addOperation(step, step.toLower());
    nodes.add(u"End"_s, u"EndNode"_s, outline.steps.constLast());
    definition.nodes = nodes.take();
    workflow.source = {definition.id + u".sw.yaml"_s, sequenceSource(outline)};
    workflow.availability = availability;
    return workflow;
}

FakeWorkflow orders()
{
    FakeWorkflow workflow =
        sequence({u"order-fulfilment"_s,
                  u"1.2"_s,
                  u"Fulfil an order"_s,
                  u"Checks an order, picks and invoices it at the same time, and waits for the courier"_s,
                  {u"Check order"_s}});
    workflow.definition.annotations = {u"shop"_s, u"orders"_s};
    workflow.definition.nodes = orderNodes();
    workflow.source.text = kOrderSource;
    workflow.schemas.input = shared(kOrderSchema);
    return workflow;
}

QList<FakeWorkflow> makeWorkflows()
{
    const Availability gone{Availability::State::Unavailable, u"The runtime at 127.0.0.1:8180 did not answer."_s};
    QList<FakeWorkflow> list{
        orders(),
        sequence({u"onboard-employee"_s,
                  u"1.0"_s,
                  u"Welcome an employee"_s,
                  u"Accounts, laptop and first day for a new colleague"_s,
                  {u"Create accounts"_s, u"Order laptop"_s, u"Book the first day"_s}}),
        sequence({u"invoice-batch"_s,
                  u"2.1"_s,
                  u"Send the invoices of a month"_s,
                  u"Renders and sends what is due"_s,
                  {u"Collect"_s, u"Render"_s, u"Send"_s}}),
        sequence(
            {u"nightly-backup"_s, u"1.0"_s, u"Back up the databases"_s, u""_s, {u"Freeze"_s, u"Copy"_s, u"Verify"_s}}),
        sequence({u"currency-quote"_s,
                  u"1.0"_s,
                  u"Quote a currency"_s,
                  u"Asks the rate service, and tries again when it fails"_s,
                  {u"Ask"_s, u"Publish"_s}}),
        sequence({u"quarterly-report"_s,
                  u"1.0"_s,
                  u"Quarterly report"_s,
                  u"The figures of three months in one document"_s,
                  {u"Gather figures"_s, u"Write"_s}}),
        sequence({u"quarterly-report"_s,
                  u"1.1"_s,
                  u"Quarterly report"_s,
                  u"The figures of three months in one document"_s,
                  {u"Gather figures"_s, u"Check figures"_s, u"Write"_s}}),
        sequence({u"legacy-import"_s, u"0.9"_s, u""_s, u"Replaced by invoice-batch"_s, {u"Import"_s}}, gone),
    };
    list.last().source.text.clear();
    return list;
}

} // namespace

const QList<FakeWorkflow> &fakeWorkflows()
{
    static const QList<FakeWorkflow> workflows = makeWorkflows();
    return workflows;
}

} // namespace podium
