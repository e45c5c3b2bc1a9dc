// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/inspector/recorded_run.h"

#include "engine/expr/item_name.h"
#include "engine/expr/template.h"
#include "engine/json/json.h"
#include "views/models/status.h"

#include <QPointer>

namespace batuta::views {
namespace {

constexpr int kRuns = 20;
constexpr qsizetype kMostShown = 400; // characters

json::Value rootsOf(const client::ExecutionRecord &record)
{
    json::Object steps;
    for (const client::StepRecord &step : record.steps) {
        const Result<json::Value> output = json::parse(step.output);
        json::Object one{{"output", output ? *output : json::Value()},
                         {"status", step.status},
                         {"error", step.reason.empty() ? json::Value() : json::Value(step.reason)}};
        if (step.kind == "http")
            one.set("http", json::Object{{"status", step.statusCode}});
        steps.set(step.step, std::move(one));
    }
    return json::Object{{"input", record.input},
                        {"steps", std::move(steps)},
                        {"execution", json::Object{{"id", record.id}}},
                        {"flow", json::Object{{"name", record.flow}, {"version", record.flowVersion}}},
                        {"trigger", json::Object{{"kind", record.trigger}}}};
}

/// Whether the record has what the expression looks at, and no secret is in it.
Evaluated::Kind kindOf(const json::Value &roots, const expr::Template &expression)
{
    Evaluated::Kind kind =
        expression.usesStatusFunction() ? Evaluated::Kind::Unknown : Evaluated::Kind::Value;
    for (const expr::Reference &reference : expression.references()) {
        const std::string &root = reference.path.front();
        if (root == "secrets")
            return Evaluated::Kind::Masked;
        const json::Value *data = roots.asObject().find(root);
        const bool isStep = root == "steps" && reference.path.size() > 1;
        if (!data || (isStep && !data->asObject().contains(reference.path[1])))
            kind = Evaluated::Kind::Unknown;
        // Of these the record has only the first members.
        const bool isPartial = root == "execution" || root == "flow" || root == "trigger";
        if (isPartial && reference.path.size() > 1 && data && !data->asObject().contains(reference.path[1]))
            kind = Evaluated::Kind::Unknown;
    }
    return kind;
}

} // namespace

Evaluated evaluateWith(const json::Value &roots, const std::string &text, bool isCondition,
                       const std::string &itemName)
{
    const expr::ItemName item(itemName);
    const Result<expr::Template> expression =
        isCondition ? expr::Template::parseCondition(text) : expr::Template::parse(text);
    if (!expression)
        return {Evaluated::Kind::Failed, QString::fromStdString(expression.error().detail)};
    if (expression->isLiteral() || expression->references().empty())
        return {};
    const Evaluated::Kind kind = kindOf(roots, *expression);
    if (kind != Evaluated::Kind::Value)
        return {kind, {}};
    const Result<json::Value> value = expression->evaluate(expr::ObjectContext(roots));
    if (!value)
        return {Evaluated::Kind::Failed, QString::fromStdString(value.error().detail)};
    QString shown = isCondition ? (expr::isTruthy(*value) ? QStringLiteral("true") : QStringLiteral("false"))
                                : QString::fromStdString(json::write(*value));
    if (shown.size() > kMostShown)
        shown = shown.left(kMostShown) + QChar(0x2026);
    return {Evaluated::Kind::Value, shown};
}

RecordedRun::RecordedRun(EngineLink &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
    m_worker.setMaxThreadCount(1);
    connect(&engine, &EngineLink::stateChanged, this, [this] {
        if (m_engine.isRunning())
            refresh();
    });
    connect(&engine, &EngineLink::infoChanged, this, [this, running = -1]() mutable {
        if (std::exchange(running, m_engine.running()) > m_engine.running()) // one has ended
            refresh();
    });
}

RecordedRun::~RecordedRun()
{
    m_worker.clear(); // and its end waits for the one that is under way
}

void RecordedRun::setFlow(const std::string &name)
{
    if (name == m_flow)
        return;
    m_flow = name;
    m_runs.clear();
    m_record.reset();
    m_roots = {};
    refresh();
}

void RecordedRun::refresh()
{
    if (m_flow.empty())
        return;
    const int asked = ++m_asked;
    m_isLoading = true;
    client::ExecutionQuery query;
    query.flow = m_flow;
    query.limit = kRuns;
    query.withSteps = true;
    m_engine.executions(query, this, [this, asked](Result<client::ExecutionPage> page) {
        if (asked != m_asked)
            return;
        m_isLoading = false;
        m_trouble = page ? std::nullopt : std::optional(page.error());
        if (page)
            m_runs = std::move(page->items);
        for (const client::ExecutionRecord &run : m_runs)
            if (isEnded(run.status) && (!m_record || m_record->id != run.id)) {
                m_engine.execution(QString::fromStdString(run.id), this,
                                   [this, asked](Result<client::ExecutionRecord> record) {
                                       if (asked == m_asked)
                                           keep(std::move(record));
                                   });
                break;
            } else if (isEnded(run.status)) {
                break;
            }
        emit changed();
    });
}

void RecordedRun::keep(Result<client::ExecutionRecord> record)
{
    if (!record)
        return;
    m_roots = rootsOf(*record);
    m_record = std::move(*record);
    emit changed();
}

void RecordedRun::evaluate(const std::string &text, bool isCondition, QObject *context, Then then)
{
    const QPointer<QObject> guard(context);
    m_worker.start([this, guard, text, isCondition, then, roots = m_roots, item = m_itemName] {
        const Evaluated result = evaluateWith(roots, text, isCondition, item);
        QMetaObject::invokeMethod(this, [guard, then, result] { // our destructor waits for this thread
            if (guard)
                then(result);
        });
    });
}

} // namespace batuta::views
