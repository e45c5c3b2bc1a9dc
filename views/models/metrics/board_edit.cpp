// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/metrics/board_edit.h"

#include "engine/edit/flow_text.h"
#include "views/models/metrics/board_layout.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace batuta::views {
namespace {

using edit::FieldPath;
using edit::FlowText;
using edit::TextEdits;

// In the order of PanelKind and Unit.
constexpr std::array<const char *, 6> kKinds{"lines", "stacked", "heat", "breakers", "bars", "table"};
constexpr std::array<const char *, 5> kUnits{"count", "per_minute", "seconds", "share", "bytes"};

/// Edits one after the other; the first that is refused is what comes out.
class Rewriting
{
public:
    Rewriting(std::string text, std::string file)
        : m_text(std::move(text))
        , m_file(std::move(file))
    {
    }

    template <class Edit> void apply(Edit edit)
    {
        if (m_error)
            return;
        const Result<FlowText> board = FlowText::read(m_text, m_file);
        const Result<TextEdits> edits = board ? edit(*board) : Result<TextEdits>(board.error());
        if (!edits)
            m_error = edits.error();
        else
            m_text = edit::applied(m_text, *edits);
    }
    void set(const FieldPath &path, const json::Value &value)
    {
        apply([&](const FlowText &board) -> Result<TextEdits> {
            if (board.valueAt(path) == std::optional(value))
                return TextEdits();
            return board.setValue(path, value);
        });
    }
    void remove(const FieldPath &path)
    {
        apply([&](const FlowText &board) -> Result<TextEdits> {
            if (!board.memberRange(path))
                return TextEdits();
            return board.removeField(path);
        });
    }
    /// The text, if it is a board with as many panels.
    Result<std::string> take(std::size_t panels) const
    {
        if (m_error)
            return *m_error;
        const series::BoardReading reading = series::readBoard(m_text, m_file);
        if (!reading.errors.empty())
            return reading.errors.front();
        if (reading.board.panels.size() != panels)
            return Error{ErrorCode::FlowBadValue,
                         m_file,
                         "a panel without a question shows nothing",
                         {},
                         "Write a question, such as - {metric: batuta_executions_total}."};
        return m_text;
    }

private:
    std::string m_text, m_file;
    std::optional<Error> m_error;
};

FieldPath pathOf(std::size_t panel, const char *key)
{
    return {"panels", std::to_string(panel), key};
}

/// Without the indentation that its place in the file gives it.
std::string outdented(const std::string &raw, std::size_t column)
{
    std::string text;
    for (std::size_t at = 0; at < raw.size();) {
        const std::size_t end = std::min(raw.find('\n', at), raw.size());
        std::string line = raw.substr(at, end - at);
        if (at > 0)
            line.erase(0, std::min(column, line.find_first_not_of(' ')));
        text += line + '\n';
        at = end + 1;
    }
    while (text.ends_with('\n'))
        text.pop_back();
    return text;
}

std::string seriesOf(const FlowText &board, std::size_t panel)
{
    const FieldPath path = pathOf(panel, "series");
    const std::optional<edit::Range> range = board.valueRange(path);
    if (!range)
        return {};
    const std::size_t line = board.text().rfind('\n', range->from) + 1;
    return outdented(board.rawAt(path).value_or(std::string()), range->from - line);
}

std::string numberText(const std::optional<double> &number)
{
    std::array<char, 32> text{};
    const auto end =
        number ? std::to_chars(text.data(), text.data() + text.size(), *number).ptr : text.data();
    return {text.data(), end};
}

std::string wordOf(const flow::LocalText &text, bool isPortuguese)
{
    return isPortuguese && !text.ptBr.empty() ? text.ptBr : text.en;
}

void setWords(Rewriting &board, const BoardDraft &draft, FieldPath path, const std::string &words)
{
    if (words.empty())
        return board.remove(path);
    const Result<FlowText> text = FlowText::read(draft.text, draft.file);
    const std::optional<json::Value> before = text ? text->valueAt(path) : std::nullopt;
    if (before && before->isObject())
        path.emplace_back(draft.isPortuguese ? "pt_BR" : "en");
    board.set(path, words);
}

Error notANumber(const std::string &text)
{
    return {ErrorCode::FlowBadValue, text, "this is no number", {}, "Use a number such as 0.05, or nothing."};
}

std::optional<Error> setNumber(Rewriting &board, const FieldPath &path, const std::string &text)
{
    if (text.empty()) {
        board.remove(path);
        return std::nullopt;
    }
    double number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || end != text.data() + text.size())
        return notANumber(text);
    board.set(path, number);
    return std::nullopt;
}

void setChoice(Rewriting &board, const FieldPath &path, std::string_view value, std::string_view usual)
{
    board.apply([&](const FlowText &text) -> Result<TextEdits> {
        const std::optional<json::Value> before = text.valueAt(path);
        if (before == std::optional(json::Value(std::string(value))) || (!before && value == usual))
            return TextEdits();
        return text.setValue(path, std::string(value));
    });
}

/// Everything of the form; `draft` is the text that `board` began with.
std::optional<Error> write(Rewriting &board, const BoardDraft &draft, std::size_t panel,
                           const PanelForm &form)
{
    setWords(board, draft, pathOf(panel, "title"), form.title);
    setWords(board, draft, pathOf(panel, "note"), form.note);
    setChoice(board, pathOf(panel, "kind"), kKinds[static_cast<std::size_t>(form.kind)], kKinds.front());
    setChoice(board, pathOf(panel, "unit"), kUnits[static_cast<std::size_t>(form.unit)], kUnits.front());
    for (const auto &[key, text] :
         {std::pair{"objective", form.objective}, std::pair{"alert_above", form.alert}})
        if (std::optional<Error> wrong = setNumber(board, pathOf(panel, key), text))
            return wrong;
    board.apply([&](const FlowText &text) -> Result<TextEdits> {
        if (seriesOf(text, panel) == form.series)
            return TextEdits();
        return text.setRaw(pathOf(panel, "series"), form.series);
    });
    return std::nullopt;
}

} // namespace

PanelForm formOf(const BoardDraft &draft, std::size_t panel)
{
    PanelForm form;
    const series::BoardReading reading = series::readBoard(draft.text, draft.file);
    const Result<FlowText> text = FlowText::read(draft.text, draft.file);
    if (!text || panel >= reading.board.panels.size())
        return form;
    const series::Panel &shown = reading.board.panels[panel];
    form.title = wordOf(shown.title, draft.isPortuguese);
    form.note = wordOf(shown.note, draft.isPortuguese);
    form.kind = shown.kind;
    form.unit = shown.unit;
    form.objective = numberText(shown.objective);
    form.alert = numberText(shown.alert);
    form.series = seriesOf(*text, panel);
    return form;
}

Result<std::string> withPanel(const BoardDraft &draft, std::size_t panel, const PanelForm &form)
{
    Rewriting board(draft.text, draft.file);
    if (std::optional<Error> wrong = write(board, draft, panel, form))
        return *wrong;
    return board.take(series::readBoard(draft.text, draft.file).board.panels.size());
}

Result<std::string> withNewPanel(const BoardDraft &draft, const PanelForm &form)
{
    const series::Board before = series::readBoard(draft.text, draft.file).board;
    const std::int64_t row = rowsOf(placesOf(before)) + 1;
    Rewriting board(draft.text, draft.file);
    board.apply([&](const FlowText &text) {
        return text.appendItem({"panels"},
                               json::Object{{"title", form.title},
                                            {"at", json::Array{1, row, 1, 1}},
                                            {"series", json::Array{json::Object{{"metric", "m"}}}}});
    });
    if (std::optional<Error> wrong = write(board, draft, before.panels.size(), form))
        return *wrong;
    return board.take(before.panels.size() + 1);
}

Result<std::string> withoutPanel(const BoardDraft &draft, std::size_t panel)
{
    const std::size_t count = series::readBoard(draft.text, draft.file).board.panels.size();
    if (count <= 1)
        return Error{ErrorCode::ActRefused, draft.file, "it is the only panel of the board", {}, {}};
    Rewriting board(draft.text, draft.file);
    board.apply([&](const FlowText &text) { return text.removeField({"panels", std::to_string(panel)}); });
    return board.take(count - 1);
}

} // namespace batuta::views
