// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/graph_check.h"
#include "engine/flow/routes.h"

#include <filesystem>

namespace batuta::flow {
namespace {

/// Reads the parts of `routes.yaml` in their order.
class RoutesReader
{
public:
    RoutesReader(Reading &reading, Field root)
        : m_reading(reading)
        , m_root(std::move(root))
    {
    }

    Routes read(const std::string &file)
    {
        m_routes.file = file;
        m_routes.system = std::filesystem::path(file).parent_path().filename().string();
        m_reading.enter(Scope::Route);
        m_reading.hasKeys(m_root, keys::routes());
        readInput();
        if (const Field list = m_root["routes"]; list && m_reading.isSequence(list))
            for (std::size_t i = 0; i < list.node->items.size(); ++i)
                readRoute(list.item(i));
        if (const Field fallback = m_root["default"]) {
            m_routes.fallback = FlowName(m_reading.name(fallback).value_or(""));
            m_routes.fallbackPlace = m_reading.place(fallback.mark());
        }
        if (const Field corrected = m_root["corrected_filter"])
            m_routes.correctedFilter = m_reading.boolean(corrected).value_or(false);
        if (const Field list = m_root["filters"]; list && m_reading.isSequence(list))
            for (std::size_t i = 0; i < list.node->items.size(); ++i)
                readFilter(list.item(i));
        Scenery scenery;
        scenery.inputSchema = &m_routes.input.source();
        checkUses(m_reading, scenery);
        return std::move(m_routes);
    }

private:
    void readInput()
    {
        if (const Field input = m_root["input"])
            if (auto schema = m_reading.schema(input)) {
                m_routes.input = std::move(*schema);
                return;
            }
        if (auto any = json::Schema::compile(json::Object{{"type", "object"}}))
            m_routes.input = std::move(*any);
    }

    void readRoute(const Field &field)
    {
        if (!m_reading.hasKeys(field, keys::route()))
            return;
        Route route;
        if (const Field condition = field["if"])
            route.condition = checked(condition);
        if (const Field flow = field["flow"]) {
            route.flow = FlowName(m_reading.name(flow).value_or(""));
            route.place = m_reading.place(flow.mark());
        }
        m_routes.routes.push_back(std::move(route));
    }

    void readFilter(const Field &field)
    {
        if (!m_reading.hasKeys(field, keys::filter()))
            return;
        StepFilter filter;
        if (const Field name = field["name"])
            filter.name = m_reading.name(name).value_or("");
        for (const StepFilter &other : m_routes.filters)
            if (!filter.name.empty() && other.name == filter.name)
                m_reading.add(ErrorCode::FlowBadValue, field["name"], filter.name + " is there twice",
                              "Give the filter another name.");
        if (const Field condition = field["if"])
            filter.condition = checked(condition);
        if (const Field drop = field["drop"]; drop && m_reading.hasKeys(drop, keys::drop()))
            readDrop(drop, filter);
        m_routes.filters.push_back(std::move(filter));
    }

    void readDrop(const Field &drop, StepFilter &filter)
    {
        const Field names = drop["name_contains"];
        const Field domains = drop["domain"];
        if (names)
            filter.nameContains = m_reading.textList(names);
        if (domains)
            filter.domains = m_reading.textList(domains);
        if (!names && !domains)
            m_reading.add(ErrorCode::FlowMissingKey, drop, "name_contains or domain",
                          "Say which steps are dropped.");
    }

    /// A route is chosen before anything ran: there is no status to ask for.
    expr::Template checked(const Field &field)
    {
        auto condition = m_reading.condition(field);
        if (condition && condition->usesStatusFunction())
            m_reading.add(ErrorCode::RouteInvalid, field, "a status function", "Ask only for the input.");
        return condition.value_or(expr::Template());
    }

    Reading &m_reading;
    Field m_root;
    Routes m_routes;
};

} // namespace

RoutesReading readRoutes(std::string_view text, const std::string &file, const YamlLimits &limits)
{
    YamlReading yaml = readYaml(text, file, limits);
    if (!yaml.root)
        return {std::nullopt, std::move(yaml.errors)};
    Reading reading(file);
    const Field root{&*yaml.root, "", yaml.root->mark};
    if (!reading.isMapping(root) || !isKnownVersion(reading, root))
        return {std::nullopt, reading.takeErrors()};
    Routes routes = RoutesReader(reading, root).read(file);
    if (!reading.isClean())
        return {std::nullopt, reading.takeErrors()};
    return {std::move(routes), {}};
}

} // namespace batuta::flow
