// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/inspector/key_line.h"

#include "engine/expr/template.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr std::size_t kMostKeys = 3;
constexpr int kGap = 10;

/// dev, staging, production: the order in which things move.
int rankOf(const std::string &environment)
{
    return static_cast<int>(environmentKind(environment));
}

std::vector<std::pair<std::string, bool>> keysOf(const std::string &text, bool isCondition)
{
    const Result<expr::Template> expression =
        isCondition ? expr::Template::parseCondition(text) : expr::Template::parse(text);
    std::vector<std::pair<std::string, bool>> keys; // and whether it is a secret
    if (!expression)
        return keys;
    for (const expr::Reference &reference : expression->references()) {
        const bool isSecret = reference.path.front() == "secrets";
        if (reference.path.size() < 2 || (!isSecret && reference.path.front() != "env"))
            continue;
        const std::pair<std::string, bool> key{reference.path[1], isSecret};
        if (std::find(keys.begin(), keys.end(), key) == keys.end())
            keys.push_back(key);
    }
    return keys;
}

bool holds(const std::map<std::string, std::set<std::string>> &all, const std::string &environment,
           const std::string &key)
{
    const auto found = all.find(environment);
    return found != all.end() && found->second.contains(key);
}

} // namespace

KeyLine::KeyLine(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setMouseTracking(true);
    hide();
    connect(&themeOf(this), &Theme::changed, this, &QWidget::updateGeometry);
}

void KeyLine::showKeys(const std::string &text, bool isCondition, const edit::Surroundings &surroundings)
{
    std::vector<Row> rows;
    for (const auto &[key, isSecret] : keysOf(text, isCondition)) {
        Row row{QString::fromStdString(key), {}};
        std::vector<std::string> names;
        for (const auto &[environment, keys] : surroundings.environmentKeys)
            names.push_back(environment);
        std::stable_sort(names.begin(), names.end(),
                         [](const std::string &a, const std::string &b) { return rankOf(a) < rankOf(b); });
        for (const std::string &name : names)
            row.environments.emplace_back(QString::fromStdString(name),
                                          holds(surroundings.environmentKeys, name, key) ||
                                              (isSecret && holds(surroundings.secretKeys, name, key)));
        if (!row.environments.empty() && rows.size() < kMostKeys)
            rows.push_back(std::move(row));
    }
    if (rows == m_rows)
        return;
    m_rows = std::move(rows);
    setVisible(!m_rows.empty());
    QStringList sentences;
    for (const Row &row : m_rows)
        for (const auto &[name, isSet] : row.environments)
            sentences
                << (isSet ? tr("%1 has a value in %2.") : tr("%1 has no value in %2.")).arg(row.key, name);
    setAccessibleName(sentences.isEmpty() ? QString() : tr("Open the key %1").arg(m_rows.front().key));
    setAccessibleDescription(sentences.join(' '));
    setToolTip(sentences.join('\n'));
    updateGeometry();
    update();
}

void KeyLine::setOpens(bool opens)
{
    m_opens = opens;
    setFocusPolicy(opens ? Qt::TabFocus : Qt::NoFocus);
}

int KeyLine::lineHeight() const
{
    return themeOf(this).scaled(18);
}

int KeyLine::layOut(const Row &row, int top, QPainter *painter) const
{
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const QFont font = theme.font(TextStyle::Small);
    const QFontMetrics metrics(font);
    const int glyph = theme.scaled(12), shape = theme.scaled(8);
    const int link = m_opens ? metrics.horizontalAdvance(tr("Open key")) + kGap : 0;
    const int room = std::max(width(), theme.scaled(200));
    int x = 0, y = top;
    for (const auto &[name, isSet] : row.environments) {
        const int wide = glyph + 4 + shape + 4 + metrics.horizontalAdvance(name);
        if (x > 0 && x + wide > room - (y == top ? link : 0)) {
            x = 0;
            y += lineHeight();
        }
        if (painter) {
            const EnvironmentKind kind = environmentKind(name.toStdString());
            const QColor mark = c.of(isSet ? Status::Success : Status::Failed).fg;
            const qreal ratio = devicePixelRatioF();
            painter->drawPixmap(x, y + (lineHeight() - glyph) / 2,
                                theme.pixmap(isSet ? "check" : "x", glyph, mark, ratio));
            drawEnvironmentShape(*painter,
                                 QRectF(x + glyph + 4, y + (lineHeight() - shape) / 2.0, shape, shape), kind,
                                 c.of(kind).fg);
            painter->setFont(font);
            painter->setPen(c.of(kind).fg);
            painter->drawText(QRect(x + glyph + shape + 8, y, room, lineHeight()), Qt::AlignVCenter, name);
        }
        x += wide + kGap;
    }
    return (y - top) / lineHeight() + 1;
}

QSize KeyLine::sizeHint() const
{
    int lines = 0;
    for (const Row &row : m_rows)
        lines += layOut(row, 0, nullptr) + (m_rows.size() > 1 ? 1 : 0);
    return {themeOf(this).scaled(100), lines * lineHeight()};
}

QRect KeyLine::linkOf(std::size_t row) const
{
    int top = 0;
    for (std::size_t i = 0; i < row; ++i)
        top += (layOut(m_rows[i], 0, nullptr) + 1) * lineHeight();
    const QFontMetrics metrics(themeOf(this).font(TextStyle::Small));
    const int wide = m_opens ? metrics.horizontalAdvance(tr("Open key")) : 0;
    return {width() - wide, top, wide, lineHeight()};
}

void KeyLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    int y = 0;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const QRect link = linkOf(i);
        painter.setFont(theme.font(TextStyle::Small));
        painter.setPen(c.accent.fg);
        if (m_opens)
            painter.drawText(link, Qt::AlignVCenter | Qt::AlignRight, tr("Open key"));
        if (m_rows.size() > 1) { // which key each line is about
            painter.setFont(theme.font(TextStyle::MonoSmall));
            painter.setPen(c.textTertiary);
            const QRect name(0, y, link.x() - kGap, lineHeight());
            painter.drawText(name, Qt::AlignVCenter,
                             painter.fontMetrics().elidedText(m_rows[i].key, Qt::ElideMiddle, name.width()));
            y += lineHeight();
        }
        y += layOut(m_rows[i], y, &painter) * lineHeight();
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        drawFocusRing(painter, rect(), 4, c.focus, true);
}

void KeyLine::mousePressEvent(QMouseEvent *event)
{
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (linkOf(i).contains(event->pos()))
            return emit openRequested(m_rows[i].key);
}

void KeyLine::mouseMoveEvent(QMouseEvent *event)
{
    bool isOver = false;
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        isOver = isOver || linkOf(i).contains(event->pos());
    setCursor(isOver ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void KeyLine::keyPressEvent(QKeyEvent *event)
{
    const bool opens =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (opens && m_opens && !m_rows.empty())
        return emit openRequested(m_rows.front().key);
    QWidget::keyPressEvent(event);
}

} // namespace batuta::views
