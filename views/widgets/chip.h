// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/theme/theme.h"

#include <QWidget>

namespace batuta::views {

/// A small rounded tag, 20 px high: neutral, of a state (with its glyph) or of an environment (with its
/// shape).
class Chip final : public QWidget
{
    Q_OBJECT

public:
    explicit Chip(const QString &text = {}, QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return m_text; }
    void setStatus(Status status);
    void setEnvironment(EnvironmentKind kind);
    /// The tint of the accent.
    void setAccent();
    void setMono(bool mono);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Kind { Neutral, Accent, State, Environment };
    QFont textFont() const;

    QString m_text;
    Kind m_kind = Kind::Neutral;
    Status m_status = Status::Queued;
    EnvironmentKind m_environment = EnvironmentKind::Dev;
    bool m_mono = false;
};

/// The 13 px picture of a state. Its accessible name is the state's word.
class StatusGlyph final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusGlyph(Status status = Status::Queued, QWidget *parent = nullptr);
    void setStatus(Status status);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Status m_status;
};

/// Keys as caps: `Ctrl+K` becomes two.
class KeyHint final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyHint(const QString &keys, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList m_caps;
};

} // namespace batuta::views
