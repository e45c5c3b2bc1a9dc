// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/widgets/code_view.h"

#include "engine/json/json.h"
#include "views/theme/theme.h"

#include <QMimeData>
#include <QRegularExpression>
#include <QSyntaxHighlighter>

namespace batuta::views {
namespace {

constexpr qsizetype kMost = 2'000'000; // characters: a QPlainTextEdit with more is slow to lay out

class Highlighter final : public QSyntaxHighlighter
{
public:
    Highlighter(QTextDocument *document, const CodeView &view)
        : QSyntaxHighlighter(document)
        , m_view(view)
    {
    }

    CodeView::Language language = CodeView::Language::Plain;

protected:
    void highlightBlock(const QString &line) override
    {
        if (line.size() > 10'000 || language == CodeView::Language::Plain)
            return;
        const Colors::Code &code = themeOf(&m_view).colors().code;
        if (language == CodeView::Language::Shell)
            return shell(line, code);
        if (language == CodeView::Language::Http && !line.startsWith(' ') && !line.startsWith('{'))
            return head(line, code);
        json(line, code);
    }

private:
    void mark(const QRegularExpression &pattern, const QString &line, const QColor &color)
    {
        auto matches = pattern.globalMatch(line);
        while (matches.hasNext()) {
            const auto match = matches.next();
            setFormat(static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength()),
                      color);
        }
    }

    void json(const QString &line, const Colors::Code &code)
    {
        static const QRegularExpression punct(R"([{}\[\],:])");
        static const QRegularExpression number(R"((?<=[\s:\[,])-?\d+(\.\d+)?([eE][+-]?\d+)?)");
        static const QRegularExpression word(R"(\b(true|false|null)\b)");
        static const QRegularExpression text(R"("([^"\\]|\\.)*")");
        static const QRegularExpression key(R"("([^"\\]|\\.)*"(?=\s*:))");
        mark(punct, line, code.punct);
        mark(number, line, code.number);
        mark(word, line, code.keyword);
        mark(text, line, code.string);
        mark(key, line, code.key);
    }

    void head(const QString &line, const Colors::Code &code)
    {
        static const QRegularExpression start(R"(^(HTTP/[\d.]+|GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b)");
        static const QRegularExpression name(R"(^[\w-]+(?=:))");
        mark(name, line, code.key);
        mark(start, line, code.keyword);
    }

    void shell(const QString &line, const Colors::Code &code)
    {
        static const QRegularExpression option(R"((?<=\s)--?[\w-]+)");
        static const QRegularExpression quoted(R"('[^']*')");
        static const QRegularExpression variable(R"(\$\w+|\$\{\w+\})");
        static const QRegularExpression comment(R"(^\s*#.*$)");
        mark(option, line, code.keyword);
        mark(quoted, line, code.string);
        mark(variable, line, code.variable);
        mark(comment, line, code.comment);
    }

    const CodeView &m_view;
};

} // namespace

CodeView::CodeView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    new Highlighter(document(), *this); // the document owns it
    connect(&themeOf(this), &Theme::changed, this, &CodeView::dress);
    dress();
}

void CodeView::setCode(const QString &text, Language language)
{
    const auto *found = document()->findChild<QSyntaxHighlighter *>(QString(), Qt::FindDirectChildrenOnly);
    auto *highlighter = const_cast<Highlighter *>(static_cast<const Highlighter *>(found));
    highlighter->language = language;
    const bool cut = text.size() > kMost;
    setPlainText(cut ? text.left(kMost) + '\n' +
                           tr("… %1 characters more are not shown.").arg(text.size() - kMost)
                     : text);
}

void CodeView::setJson(const json::Value &value)
{
    setCode(QString::fromStdString(json::writePretty(value)), Language::Json);
}

void CodeView::setEditable(qsizetype most)
{
    m_most = most;
    setReadOnly(false);
    setTabChangesFocus(true);
    setUndoRedoEnabled(true);
    setTextInteractionFlags(Qt::TextEditorInteraction);
    setFrameShape(QFrame::StyledPanel);
    setProperty("field", true);
    setViewportMargins(2, 2, 2, 2); // the focus ring
    dress();
}

void CodeView::insertFromMimeData(const QMimeData *source)
{
    const qsizetype length = source->text().size();
    if (document()->characterCount() + length > m_most)
        emit pasteRefused(length);
    else
        QPlainTextEdit::insertFromMimeData(source);
}

void CodeView::dress()
{
    const Theme &theme = themeOf(this);
    setFont(theme.font(TextStyle::Code));
    document()->setDocumentMargin(isReadOnly() ? 10 : 5);
    QPalette own = palette();
    own.setColor(QPalette::Base, isReadOnly() ? theme.colors().canvas : theme.colors().panel);
    own.setColor(QPalette::Window, own.color(QPalette::Base));
    own.setColor(QPalette::Text, theme.colors().textPrimary);
    setPalette(own);
    if (auto *highlighter =
            document()->findChild<QSyntaxHighlighter *>(QString(), Qt::FindDirectChildrenOnly))
        highlighter->rehighlight();
}

} // namespace batuta::views
