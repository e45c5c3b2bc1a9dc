// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/widgets/choice.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QPainter>
#include <QRadioButton>

namespace batuta::views {
namespace {

/// A radio button in the shape of a segment.
class Segment final : public QRadioButton
{
public:
    Segment(const QString &text, QString icon, QWidget *parent)
        : QRadioButton(text, parent)
        , m_icon(std::move(icon))
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        setAccessibleName(text);
        connect(&themeOf(this), &Theme::changed, this, [this] { updateGeometry(); });
    }

    QSize sizeHint() const override
    {
        const Theme &theme = themeOf(this);
        const int icon = m_icon.isEmpty() ? 0 : theme.scaled(14) + 6;
        const int words = isIconOnly() ? -6 : QFontMetrics(segmentFont()).horizontalAdvance(text());
        return {words + icon + 22, theme.scaled(22)};
    }

    void setIconOnly(bool isIconOnly)
    {
        m_isIconOnly = isIconOnly;
        updateGeometry();
        update();
    }

protected:
    bool hitButton(const QPoint &at) const override { return rect().contains(at); }

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Theme &theme = themeOf(this);
        const Colors &c = theme.colors();
        if (isChecked())
            drawBox(painter, rect(), 4, c.active, {});
        if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
            drawFocusRing(painter, rect(), 4, c.focus, true);
        const QColor ink = !isEnabled() ? c.textDisabled : isChecked() ? c.textPrimary : c.textSecondary;
        int x = 11;
        if (!m_icon.isEmpty()) {
            const int size = theme.scaled(14);
            painter.drawPixmap(x, (height() - size) / 2,
                               theme.pixmap(m_icon, size, ink, devicePixelRatioF()));
            x += size + 6;
        }
        if (isIconOnly())
            return;
        painter.setFont(segmentFont());
        painter.setPen(ink);
        painter.drawText(rect().adjusted(x, 0, 0, 0), Qt::AlignVCenter, text());
    }

private:
    QFont segmentFont() const
    {
        QFont font = themeOf(this).font(TextStyle::Small);
        font.setWeight(QFont::Medium);
        return font;
    }

    bool isIconOnly() const { return m_isIconOnly && !m_icon.isEmpty(); }

    QString m_icon;
    bool m_isIconOnly = false;
};

} // namespace

Segmented::Segmented(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::buttonClicked, this, [this] { emit chosen(value()); });
}

void Segmented::add(const QString &value, const QString &text, const QString &icon)
{
    auto *segment = new Segment(text, icon, this);
    segment->setObjectName(value);
    segment->setAutoExclusive(true);
    m_group->addButton(segment);
    layout()->addWidget(segment);
    if (m_group->buttons().size() == 1)
        segment->setChecked(true);
}

void Segmented::setText(const QString &value, const QString &text)
{
    for (QAbstractButton *button : m_group->buttons())
        if (button->objectName() == value) {
            button->setText(text);
            button->setAccessibleName(text);
            if (!button->toolTip().isEmpty())
                button->setToolTip(text);
            button->updateGeometry();
        }
}

void Segmented::setIconOnly(bool isIconOnly)
{
    for (QAbstractButton *button : m_group->buttons()) {
        static_cast<Segment *>(button)->setIconOnly(isIconOnly);
        button->setToolTip(isIconOnly ? button->text() : QString());
    }
    updateGeometry();
}

QString Segmented::value() const
{
    return m_group->checkedButton() ? m_group->checkedButton()->objectName() : QString();
}

void Segmented::setValue(const QString &value)
{
    for (QAbstractButton *button : m_group->buttons())
        if (button->objectName() == value)
            button->setChecked(true);
    if (!value.isEmpty())
        return;
    m_group->setExclusive(false);
    for (QAbstractButton *button : m_group->buttons()) {
        button->setAutoExclusive(false);
        button->setChecked(false);
        button->setAutoExclusive(true);
    }
    m_group->setExclusive(true);
}

void Segmented::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = themeOf(this).colors();
    drawBox(painter, rect(), 5, c.panel, c.borderStrong);
}

Switch::Switch(QWidget *parent)
    : QCheckBox(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Switch::sizeHint() const
{
    const Theme &theme = themeOf(this);
    return {theme.scaled(28) + 4, theme.scaled(24)};
}

void Switch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const qreal h = theme.scaled(16), w = theme.scaled(28);
    const QRectF track(2, (height() - h) / 2, w, h);
    const bool half = checkState() == Qt::PartiallyChecked;
    const QColor fill = !isEnabled() ? c.active : isChecked() && !half ? c.accent.solid : c.active;
    drawBox(painter, track, h / 2, fill,
            isChecked() && !half && isEnabled() ? c.accent.solid : c.borderControl);
    const qreal d = h - 6;
    const qreal left = half          ? track.center().x() - d / 2
                       : isChecked() ? track.right() - d - 3
                                     : track.left() + 3;
    painter.setPen(Qt::NoPen);
    painter.setBrush(isChecked() && !half && isEnabled() ? c.accent.onSolid : c.textSecondary);
    painter.drawEllipse(QRectF(left, track.center().y() - d / 2, d, d));
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        drawFocusRing(painter, track, h / 2, c.focus, false);
}

bool Switch::hitButton(const QPoint &at) const
{
    return rect().contains(at);
}

} // namespace batuta::views
