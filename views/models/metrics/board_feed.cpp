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

constexpr int kCloudPace = 30'000; ///< ms: it has one figure a minute
constexpr int kSoon = 60;          ///< ms: a range that is dragged changes many times

/// The metrics that an engine keeps by flow.
bool isByFlow(std::string_view metric)
{
    constexpr std::array<std::string_view, 5> kPrefixes{"batuta_executions_total", "batuta_execution_",
                                                        "batuta_step", "batuta_concurrency_",
                                                        "batuta_flow_publishes_total"};
    return std::any_of(kPrefixes.begin(), kPrefixes.end(),
                       [&](std::string_view prefix) { return metric.substr(0, prefix.size()) == prefix; });
}

/// Unless the board itself says which.
void restrictToLabel(series::Selection &selection, const char *label, const std::string &value)
{
    const auto own = std::find_if(selection.where.begin(), selection.where.end(),
                                  [&](const auto &each) { return each.first == label; });
    if (own == selection.where.end() && !value.empty())
        selection.where.emplace_back(label, value);
}

void restrictTo(series::Selection &selection, const std::string &flow)
{
    if (isByFlow(selection.metric))
        restrictToLabel(selection, "flow", flow);
}

QString wordOf(const flow::LocalText &text)
{
    const bool isPortuguese = QLocale().language() == QLocale::Portuguese && !text.ptBr.empty();
    return QString::fromStdString(isPortuguese ? text.ptBr : text.en);
}

} // namespace

bool isAboutCloud(const series::Panel &panel)
{
    return std::any_of(panel.series.begin(), panel.series.end(), [](const series::PanelSeries &series) {
        return series::isCloudSource(series.question.source);
    });
}

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

void BoardFeed::setPlace(const QString &environment, const QString &service)
{
    if (environment == m_environment && service == m_service)
        return;
    m_environment = environment;
    m_service = service;
    m_marks.clear();
    m_panels.assign(m_board.panels.size(), PanelState()); // other services' figures are no last picture
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
    const bool mayWait = hasCloud() && m_refreshedAt.isValid() && m_refreshedAt.elapsed() < kCloudPace;
    if (!m_axis.advance(SystemClock().wall()) && !mayWait) // the last step has grown
        refresh();
}

void BoardFeed::refresh()
{
    m_soon.stop();
    if (!m_isActive)
        return;
    ++m_generation;
    m_refreshedAt.start();
    for (int i = 0; i < static_cast<int>(m_panels.size()); ++i)
        ask(i);
    askMarks();
}

series::Question BoardFeed::questionOf(const series::PanelSeries &series) const
{
    series::Question question = series.question;
    question.from = m_axis.from() - series.shift;
    question.to = m_axis.to() - series.shift;
    question.step = m_axis.step();
    const bool isCloud = series::isCloudSource(question.source);
    if (question.source == "cloud" && !m_environment.isEmpty())
        question.source += ":" + m_environment.toStdString();
    for (series::Selection *of : {&question.of, question.share ? &*question.share : nullptr})
        if (of != nullptr)
            isCloud ? restrictToLabel(*of, "service_name", m_service.toStdString())
                    : restrictTo(*of, m_flow.toStdString());
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

/// Clouds are not asked for the same every few seconds.
void BoardFeed::askMarks()
{
    client::MarkQuery query;
    query.from = m_axis.from();
    query.to = m_axis.to();
    if (hasCloud()) {
        query.environment = m_environment.toStdString();
        query.service = m_service.toStdString();
    }
    const bool isSame = query.from == m_marked.from && query.to == m_marked.to &&
                        query.environment == m_marked.environment && query.service == m_marked.service;
    if (isSame && m_markedAt.isValid() && m_markedAt.elapsed() < kCloudPace)
        return;
    m_marked = query;
    m_markedAt.start();
    m_engine.releaseMarks(query, this, [this, generation = m_generation](Result<client::ReleaseMarks> marks) {
        if (generation != m_generation || !marks)
            return;
        m_marks = std::move(marks->marks);
        emit marksChanged();
    });
}

bool BoardFeed::hasCloud() const
{
    return std::any_of(m_board.panels.begin(), m_board.panels.end(), isAboutCloud);
}

} // namespace batuta::views
