// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/series/board.h"

#include "engine/base/text.h"
#include "engine/series/question_reader.h"

#include <algorithm>

namespace batuta::series {
namespace {

using flow::Field;
using flow::KeyTable;
using flow::Reading;

constexpr std::size_t kMostPanels = 60;
constexpr std::size_t kMostSeries = 20;
constexpr int kColumns = 3;
constexpr int kMostRows = 100;

class BoardReader
{
public:
    explicit BoardReader(Reading &reading)
        : m_reading(reading)
    {
    }

    Board read(const Field &root)
    {
        static const KeyTable kBoard{"board", {{"title", true}, {"panels", true}}};
        Board board;
        if (!m_reading.hasKeys(root, kBoard))
            return board;
        board.title = words(root["title"]);
        const Field panels = root["panels"];
        if (!panels || !m_reading.isSequence(panels))
            return board;
        if (panels.node->items.size() > kMostPanels)
            m_reading.add(ErrorCode::FlowBadValue, panels, "more than 60 panels", "Make two boards of it.");
        for (std::size_t i = 0; i < panels.node->items.size() && i < kMostPanels; ++i)
            readPanel(panels.item(i), board);
        return board;
    }

private:
    flow::LocalText words(const Field &field)
    {
        return field ? m_reading.localText(field).value_or(flow::LocalText{}) : flow::LocalText{};
    }

    void readPanel(const Field &field, Board &board)
    {
        static const KeyTable kPanel{"panel",
                                     {{"title", true},
                                      {"note"},
                                      {"kind"},
                                      {"unit"},
                                      {"at", true},
                                      {"series", true},
                                      {"objective"},
                                      {"alert_above"}}};
        static const std::vector<std::string> kKinds{"lines", "stacked", "heat", "breakers", "bars", "table"};
        static const std::vector<std::string> kUnits{"count", "per_minute", "seconds", "share", "bytes"};
        if (!m_reading.hasKeys(field, kPanel))
            return;
        Panel panel;
        panel.title = words(field["title"]);
        panel.note = words(field["note"]);
        if (const Field kind = field["kind"])
            panel.kind = static_cast<PanelKind>(m_reading.choice(kind, kKinds).value_or(0));
        if (const Field unit = field["unit"])
            panel.unit = static_cast<Unit>(m_reading.choice(unit, kUnits).value_or(0));
        readPlace(field["at"], panel.place);
        constexpr double kMost = 1e15;
        if (const Field objective = field["objective"])
            panel.objective = m_reading.number(objective, 0, kMost);
        if (const Field alert = field["alert_above"])
            panel.alert = m_reading.number(alert, 0, kMost);
        if (const Field list = field["series"]; list && m_reading.isSequence(list))
            for (std::size_t i = 0; i < list.node->items.size() && i < kMostSeries; ++i)
                readSeries(list.item(i), panel);
        if (!panel.series.empty())
            board.panels.push_back(std::move(panel));
    }

    /// `[column, row, wide, high]`, counted from 1.
    void readPlace(const Field &field, PanelPlace &place)
    {
        constexpr std::size_t kNumbers = 4;
        if (!field || !m_reading.isSequence(field)) // that it is missing has been noted
            return;
        if (field.node->items.size() != kNumbers)
            return m_reading.add(ErrorCode::FlowBadValue, field, "four numbers are meant",
                                 "Write [column, row, wide, high]; the first column and row are 1.");
        place.column = static_cast<int>(m_reading.integer(field.item(0), 1, kColumns).value_or(1)) - 1;
        place.row = static_cast<int>(m_reading.integer(field.item(1), 1, kMostRows).value_or(1)) - 1;
        place.wide = static_cast<int>(m_reading.integer(field.item(2), 1, kColumns).value_or(1));
        place.high = static_cast<int>(m_reading.integer(field.item(3), 1, kMostRows).value_or(1));
        if (place.column + place.wide > kColumns)
            m_reading.add(ErrorCode::FlowBadValue, field, "it ends beyond the third column", {});
    }

    void readSeries(const Field &field, Panel &panel)
    {
        static const KeyTable kSeries{"series", withQuestionKeys({{"name"}, {"earlier"}})};
        if (!m_reading.hasKeys(field, kSeries))
            return;
        PanelSeries series;
        series.question = readQuestion(m_reading, field);
        series.name = words(field["name"]);
        if (const Field earlier = field["earlier"])
            series.shift = m_reading.duration(earlier).value_or(Duration{});
        panel.series.push_back(std::move(series));
    }

    Reading &m_reading;
};

} // namespace

bool isBoardName(std::string_view name)
{
    constexpr std::size_t kLongest = 63;
    return !name.empty() && name.size() <= kLongest && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
}

BoardReading readBoard(std::string_view text, const std::string &file)
{
    BoardReading result;
    flow::YamlReading yaml = flow::readYaml(text, file); // JSON is YAML
    if (!yaml.root) {
        result.errors = std::move(yaml.errors);
        return result;
    }
    Reading reading(file);
    result.board = BoardReader(reading).read({&*yaml.root, "board", {}});
    result.errors = reading.takeErrors();
    return result;
}

} // namespace batuta::series
