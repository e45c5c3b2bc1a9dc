// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/metrics/board_feed.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace batuta::views {
namespace {

constexpr std::string_view kPublishes = "batuta_flow_publishes_total";
constexpr int kSoon = 60; ///< ms: a range that is dragged changes many times

/// The metrics that an engine keeps by flow.
bool isByFlow(std::string_view metric)
{
    constexpr std::array<std::string_view, 5> kPrefixes{"batuta_executions_total", "batuta_execution_",
                                                        "batuta_step", "batuta_concurrency_", kPublishes};
    return std::any_of(kPrefixes.begin(), kPrefixes.end(),
                       [&](std::string_view prefix) { return metric.substr(0, prefix.size()) == prefix; });
}

void restrictTo(series::Selection &selection, const std::string &flow)
{
    if (flow.empty() || !isByFlow(selection.metric))
        return;
    const auto own = std::find_if(selection.where.begin(), selection.where.end(),
                                  [](const auto &label) { return label.first == "flow"; });
    if (own == selection.where.end())
        selection.where.emplace_back("flow", flow);
}

QString wordOf(const flow::LocalText &text)
{
    const bool isPortuguese = QLocale().language() == QLocale::Portuguese && !text.ptBr.empty();
    return QString::fromStdString(isPortuguese ? text.ptBr : text.en);
}

} // namespace

/// The questions of one panel that are under way.
struct BoardFeed::Asking
{
    int generation = 0;
    int panel = 0;
    std::vector<std::optional<series::Answer>> answers;
    std::optional<Error> error;
    std::size_t left = 0;
};

BoardFeed::BoardFeed(EngineLink &engine, BoardAxis &axis, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_axis(axis)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoon);
    connect(&m_soon, &QTimer::timeout, this, &BoardFeed::refresh);
    connect(&m_timer, &QTimer::timeout, this, &BoardFeed::tick);
    connect(&axis, &BoardAxis::rangeChanged, this, [this] { m_soon.start(); });
    connect(&engine, &EngineLink::stateChanged, this, [this] { m_soon.start(); });
}

void BoardFeed::setBoard(series::Board board)
{
    m_board = std::move(board);
    m_panels.assign(m_board.panels.size(), PanelState());
    emit boardChanged();
    m_soon.start();
}

void BoardFeed::setFlow(const QString &flow)
{
    if (flow == m_flow)
        return;
    m_flow = flow;
    m_soon.start();
}

void BoardFeed::setEvery(int seconds)
{
    m_timer.stop();
    if (seconds > 0)
        m_timer.start(seconds * 1000);
}

void BoardFeed::setActive(bool active)
{
    if (active && !m_isActive)
        m_soon.start();
    m_isActive = active;
}

void BoardFeed::tick()
{
    if (!m_isActive || !m_axis.isLive() || m_axis.heldSince())
        return;
    if (!m_axis.advance(SystemClock().wall())) // the last step has grown
        refresh();
}

void BoardFeed::refresh()
{
    m_soon.stop();
    if (!m_isActive)
        return;
    ++m_generation;
    for (int i = 0; i < static_cast<int>(m_panels.size()); ++i)
        ask(i);
    askFlags();
}

series::Question BoardFeed::questionOf(const series::PanelSeries &series) const
{
    series::Question question = series.question;
    question.from = m_axis.from() - series.shift;
    question.to = m_axis.to() - series.shift;
    question.step = m_axis.step();
    restrictTo(question.of, m_flow.toStdString());
    if (question.share)
        restrictTo(*question.share, m_flow.toStdString());
    return question;
}

void BoardFeed::ask(int panel)
{
    const series::Panel &shown = m_board.panels[static_cast<std::size_t>(panel)];
    auto asking = std::make_shared<Asking>();
    asking->generation = m_generation;
    asking->panel = panel;
    asking->answers.resize(shown.series.size());
    asking->left = shown.series.size();
    PanelState &state = m_panels[static_cast<std::size_t>(panel)];
    if (state.data.from != m_axis.from() || state.data.step != m_axis.step() ||
        state.state == State::Failed) {
        state.state = State::Loading;
        emit panelChanged(panel);
    }
    for (std::size_t i = 0; i < shown.series.size(); ++i)
        m_engine.series(questionOf(shown.series[i]), this, [this, asking, i](Result<series::Answer> answer) {
            answered(asking, i, std::move(answer));
        });
}

void BoardFeed::answered(const std::shared_ptr<Asking> &asking, std::size_t series,
                         Result<series::Answer> answer)
{
    if (asking->generation != m_generation)
        return;
    if (answer)
        asking->answers[series] = std::move(*answer);
    else
        asking->error = answer.error();
    if (--asking->left > 0)
        return;
    PanelState &state = m_panels[static_cast<std::size_t>(asking->panel)];
    const series::Panel &panel = m_board.panels[static_cast<std::size_t>(asking->panel)];
    if (asking->error) {
        state.state = State::Failed;
        state.error = *asking->error;
        return emit panelChanged(asking->panel);
    }
    PanelData data;
    for (std::size_t i = 0; i < asking->answers.size(); ++i)
        addAnswer(data, panel.series[i], *asking->answers[i], wordOf(panel.series[i].name), m_other);
    for (PanelLine &line : data.lines) // what somebody hid stays hidden
        line.isHidden =
            std::any_of(state.data.lines.begin(), state.data.lines.end(),
                        [&](const PanelLine &before) { return before.isHidden && before.name == line.name; });
    state.data = std::move(data);
    state.state = State::Ready;
    emit panelChanged(asking->panel);
}

/// Publishes of flows are kept as a counter by flow: where it grew, a flag stands.
void BoardFeed::askFlags()
{
    series::PanelSeries publishes;
    publishes.question.of.metric = kPublishes;
    publishes.question.function = series::Function::Increase;
    publishes.question.by = {"flow"};
    m_engine.series(
        questionOf(publishes), this, [this, generation = m_generation](const Result<series::Answer> &answer) {
            if (generation != m_generation || !answer)
                return;
            m_flags.clear();
            for (const series::Line &line : answer->lines)
                for (std::size_t i = 0; i < line.values.size(); ++i)
                    if (line.values[i] > 0)
                        m_flags.push_back({answer->from + answer->step * static_cast<std::int64_t>(i),
                                           line.labels.empty()
                                               ? QString()
                                               : QString::fromStdString(line.labels.front().second)});
            emit flagsChanged();
        });
}

} // namespace batuta::views
