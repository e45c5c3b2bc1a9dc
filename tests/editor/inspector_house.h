// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/engine_client.h"
#include "engine/json/json.h"
#include "views/models/document/flow_document.h"
#include "views/models/engine_link.h"
#include "views/pages/editor/inspector/edit_inspector.h"
#include "views/pages/editor/inspector/field_box.h"
#include "views/theme/theme.h"

#include <QAbstractButton>
#include <QTest>

#include <memory>

namespace batuta::tests {

/// An engine that has one run of the flow `shop` in its history.
class RecordedEngine final : public client::EngineClient
{
public:
    void start(client::StartExecution, client::Reply<client::Started> reply) override { reply(none()); }
    void preview(client::StartExecution, client::Reply<client::FlowPreview> reply) override { reply(none()); }
    void flows(client::Reply<std::vector<client::FlowSummary>> reply) override { reply({}); }
    void info(client::Reply<client::EngineInfo> reply) override { reply(client::EngineInfo{}); }
    void waitForEnd(ExecutionId, client::Reply<client::ExecutionRecord> reply) override { reply(none()); }
    void act(client::Act, client::Reply<json::Value> reply) override { reply(none()); }
    void execution(ExecutionId, client::Reply<client::ExecutionRecord> reply) override { reply(record()); }
    void executions(client::ExecutionQuery query, client::Reply<client::ExecutionPage> reply) override
    {
        client::ExecutionPage page;
        if (query.flow == "shop")
            page.items.push_back(record());
        reply(page);
    }
    void logLines(client::LogQuery, client::Reply<std::vector<client::LogLineRecord>> reply) override
    {
        reply(none());
    }
    std::unique_ptr<client::Subscription> subscribe(Listener) override { return {}; }

    static client::ExecutionRecord record()
    {
        client::ExecutionRecord run;
        run.id = "9b1f6e0c-0000-4000-8000-000000000001";
        run.flow = "shop";
        run.status = "success";
        run.startedAt = WallTime(std::chrono::hours(500'000));
        run.duration = std::chrono::milliseconds(2'400);
        run.input = json::parse(R"({"user_id": "u1", "items": [1, 2]})").value();
        client::StepRecord step;
        step.step = "find";
        step.kind = "http";
        step.status = "success";
        step.statusCode = 200;
        step.startedAt = run.startedAt;
        step.duration = std::chrono::milliseconds(1'700);
        step.output = R"({"id": 7, "ranking": {"best": "b"}})";
        run.steps.push_back(step);
        return run;
    }

private:
    static Error none() { return {ErrorCode::ExecutionUnknown, {}, {}, {}, {}}; }
};

/// The inspector on a document, 288 pixels wide, in a window that has the focus.
class InspectorHouse
{
public:
    explicit InspectorHouse(std::string text, views::Theme &theme, bool isDark = false)
        : document("flows/shop/shop.yaml", std::move(text))
    {
        theme.setMode(isDark ? views::ThemeMode::Dark : views::ThemeMode::Light);
        link.attach(engine);
        inspector = std::make_unique<views::EditInspector>(document, link);
        inspector->resize(theme.scaled(288), 860);
        inspector->show();
        inspector->activateWindow();
    }
    ~InspectorHouse()
    {
        inspector.reset();
        link.detach({});
    }

    bool isReady() { return QTest::qWaitForWindowActive(inspector.get()); }
    views::FieldBox *field(const edit::FieldPath &path) { return inspector->fieldAt(path); }
    QWidget *control(const edit::FieldPath &path)
    {
        views::FieldBox *box = field(path);
        return box ? box->control() : nullptr;
    }
    QAbstractButton *switchOf(const QString &name) const
    {
        for (QAbstractButton *button : inspector->findChildren<QAbstractButton *>())
            if (button->accessibleName() == name && button->isVisible())
                return button;
        return nullptr;
    }
    json::Value value(const edit::FieldPath &path) const
    {
        return document.flowText() ? document.flowText()->valueAt(path).value_or(json::Value())
                                   : json::Value();
    }
    QString text() const { return QString::fromStdString(document.text()); }
    void undoAll()
    {
        while (document.undoStack().canUndo())
            document.undoStack().undo();
    }

    RecordedEngine engine;
    views::EngineLink link;
    views::FlowDocument document;
    std::unique_ptr<views::EditInspector> inspector;
};

} // namespace batuta::tests
