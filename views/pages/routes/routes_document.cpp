// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/routes/routes_document.h"

#include "engine/base/text.h"
#include "engine/flow/library.h"
#include "engine/versions/durable_file.h"

#include <QFile>

namespace batuta::views {
namespace {

constexpr qint64 kMostBytes = 1 << 20;

std::string bare(const std::string &condition)
{
    const std::string_view text = trimmed(condition);
    if (text.size() >= 5 && text.starts_with("${{") && text.ends_with("}}") &&
        text.find("${{", 3) == std::string_view::npos)
        return std::string(trimmed(text.substr(3, text.size() - 5)));
    return std::string(text);
}

std::string inBraces(const std::string &condition)
{
    return condition.find("${{") == std::string::npos ? "${{ " + condition + " }}" : condition;
}

std::string textAt(const flow::YamlNode &node, std::string_view key)
{
    const flow::YamlNode::Member *member = node.isMapping() ? node.member(key) : nullptr;
    return member && member->value.isScalar() ? member->value.text : std::string();
}

Result<std::string> contentOf(const std::string &path, const std::string &shown)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return Error{
            ErrorCode::FileUnreadable, shown, file.errorString().toStdString(), Place{shown, 1, 1}, {}};
    if (file.size() > kMostBytes)
        return Error{ErrorCode::FileTooLarge, shown, "more than 1 MiB", Place{shown, 1, 1}, {}};
    return file.readAll().toStdString();
}

std::string index(int row)
{
    return std::to_string(row);
}

} // namespace

/// From one text to another, and back.
class RoutesCommand final : public QUndoCommand
{
public:
    RoutesCommand(RoutesDocument &document, const QString &name, std::string after)
        : QUndoCommand(name)
        , m_document(document)
        , m_before(document.m_text)
        , m_after(std::move(after))
    {
    }
    void undo() override { m_document.take(m_before); }
    void redo() override { m_document.take(m_after); }

private:
    RoutesDocument &m_document;
    std::string m_before, m_after;
};

RoutesDocument::RoutesDocument(std::string path, std::string shown, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_shown(std::move(shown))
{
}

Result<void> RoutesDocument::load()
{
    Result<std::string> content = contentOf(m_path, m_shown);
    if (!content)
        return content.error();
    m_saved = *content;
    m_undo.clear();
    take(std::move(*content));
    return {};
}

Result<void> RoutesDocument::save()
{
    if (!m_errors.empty())
        return m_errors.front();
    const Result<std::string> onDisk = contentOf(m_path, m_shown);
    if (!onDisk)
        return onDisk.error();
    if (*onDisk != m_saved)
        return Error{ErrorCode::ActRefused, m_shown, "the file was changed outside", Place{m_shown, 1, 1},
                     "Read it again, and make the change there."};
    if (Result<void> written = versions::replaceFile(m_path, m_text); !written)
        return written;
    m_saved = m_text;
    emit changed();
    return {};
}

void RoutesDocument::take(std::string text)
{
    m_text = std::move(text);
    flow::RoutesReading reading = flow::readRoutes(m_text, m_shown);
    m_routes = std::move(reading.routes);
    m_errors = std::move(reading.errors);
    m_rows.clear();
    m_fallback.clear();
    if (const flow::YamlReading yaml = flow::readYaml(m_text, m_shown); yaml.root) {
        m_fallback = textAt(*yaml.root, "default");
        if (const flow::YamlNode::Member *list =
                yaml.root->isMapping() ? yaml.root->member("routes") : nullptr)
            for (const flow::YamlNode &item : list->value.items)
                m_rows.push_back({bare(textAt(item, "if")), textAt(item, "flow"), {}});
    }
    for (const Error &error : m_errors) {
        for (std::size_t row = 0; row < m_rows.size(); ++row)
            if (error.subject.starts_with("routes[" + std::to_string(row) + "]"))
                m_rows[row].problem = error.detail;
    }
    emit changed();
}

Result<void> RoutesDocument::change(const QString &name, const Make &make)
{
    const Result<edit::FlowText> read = edit::FlowText::read(m_text, m_shown);
    if (!read)
        return read.error();
    const Result<edit::TextEdits> edits = make(*read);
    if (!edits)
        return edits.error();
    if (!edits->empty())
        m_undo.push(new RoutesCommand(*this, name, edit::applied(m_text, *edits)));
    return {};
}

Result<void> RoutesDocument::setCondition(int row, const std::string &condition)
{
    return change(tr("Change a condition"), [&](const edit::FlowText &text) {
        return text.setValue({"routes", index(row), "if"}, inBraces(condition));
    });
}

Result<void> RoutesDocument::setFlow(int row, const std::string &flow)
{
    return change(tr("Change a flow"), [&](const edit::FlowText &text) {
        return text.setValue({"routes", index(row), "flow"}, flow);
    });
}

Result<void> RoutesDocument::setFallback(const std::string &flow)
{
    return change(tr("Change the default"),
                  [&](const edit::FlowText &text) { return text.setValue({"default"}, flow); });
}

Result<void> RoutesDocument::addRow(const std::string &condition, const std::string &flow)
{
    return change(tr("Add a rule"), [&](const edit::FlowText &text) {
        return text.appendItem({"routes"}, json::Object{{"if", inBraces(condition)}, {"flow", flow}});
    });
}

Result<void> RoutesDocument::removeRow(int row)
{
    return change(tr("Remove a rule"), [&](const edit::FlowText &text) {
        return text.removeField({"routes", index(row)});
    });
}

Result<void> RoutesDocument::swapRows(int row)
{
    return change(tr("Move a rule"), [&](const edit::FlowText &text) -> Result<edit::TextEdits> {
        const auto upper = text.valueRange({"routes", index(row)});
        const auto lower = text.valueRange({"routes", index(row + 1)});
        if (!upper || !lower)
            return Error{ErrorCode::ActRefused, m_shown, "there is no rule to change places with", {}, {}};
        const std::string &whole = text.text();
        return edit::TextEdits{{*upper, whole.substr(lower->from, lower->size())},
                               {*lower, whole.substr(upper->from, upper->size())}};
    });
}

Result<RouteTrial> RoutesDocument::tryPayload(const json::Value &payload, const flow::Library &library) const
{
    if (!m_routes)
        return m_errors.front();
    const json::Value input = m_routes->input.withDefaults(payload);
    RouteTrial trial;
    bool isChosen = false;
    for (const flow::Route &route : m_routes->routes) { // each alone: one that fails hides no other
        flow::Routes alone = *m_routes;
        alone.routes = {route};
        const Result<flow::Routing> routing = flow::chooseFlow(alone, input);
        if (!routing) {
            trial.verdicts.push_back({RouteVerdict::Failed, errorText(routing.error())});
            continue;
        }
        const bool isTrue = routing->rule != "default";
        trial.verdicts.push_back({!isTrue    ? RouteVerdict::No
                                  : isChosen ? RouteVerdict::AlsoTrue
                                             : RouteVerdict::Chosen,
                                  {}});
        isChosen = isChosen || isTrue;
    }
    Result<flow::Routing> routing = flow::chooseFlow(*m_routes, input);
    if (!routing)
        return trial; // a verdict says why
    trial.flow = routing->flow.value;
    trial.rule = routing->rule;
    trial.ignoredFlags = std::move(routing->ignoredFlags);
    if (const flow::FlowPtr flow = library.find(routing->flow))
        if (auto dropped = flow::droppedSteps(*m_routes, *flow, input))
            trial.dropped = std::move(*dropped);
    return trial;
}

} // namespace batuta::views
