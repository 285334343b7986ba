#pragma once

#include "map/theme.h"

#include <QColor>
#include <QObject>
#include <QtQmlIntegration>

namespace dateline
{

/// The colours of the window, light or dark: the system's choice unless the user made one, which is remembered.
class Look : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(Appearance appearance READ appearance WRITE setAppearance NOTIFY changed)
    Q_PROPERTY(bool dark READ isDark NOTIFY changed)
    Q_PROPERTY(QColor page READ page NOTIFY changed)
    Q_PROPERTY(QColor panel READ panel NOTIFY changed)
    Q_PROPERTY(QColor ink READ ink NOTIFY changed)
    Q_PROPERTY(QColor mutedInk READ mutedInk NOTIFY changed)
    Q_PROPERTY(QColor hairline READ hairline NOTIFY changed)
    Q_PROPERTY(QColor accent READ accent NOTIFY changed)
    Q_PROPERTY(QColor onAccent READ onAccent NOTIFY changed)
    Q_PROPERTY(QColor selection READ selection NOTIFY changed)
    Q_PROPERTY(QColor good READ good NOTIFY changed)
    Q_PROPERTY(QColor warning READ warning NOTIFY changed)
    Q_PROPERTY(QColor water READ water NOTIFY changed)

public:
    enum Appearance { System, Light, Dark };
    Q_ENUM(Appearance)

    explicit Look(QObject *parent = nullptr);

    [[nodiscard]] const Theme &theme() const;
    [[nodiscard]] Appearance appearance() const { return m_appearance; }
    void setAppearance(Appearance appearance);
    [[nodiscard]] bool isDark() const;

    /// The colour of the kind with number @p kind in the present theme.
    Q_INVOKABLE [[nodiscard]] QColor kindColour(int kind) const;

    /// Chooses the opposite of what is shown now.
    Q_INVOKABLE void toggle();

    [[nodiscard]] QColor page() const { return theme().page; }
    [[nodiscard]] QColor panel() const { return theme().panel; }
    [[nodiscard]] QColor ink() const { return theme().ink; }
    [[nodiscard]] QColor mutedInk() const { return theme().mutedInk; }
    [[nodiscard]] QColor hairline() const { return theme().hairline; }
    [[nodiscard]] QColor accent() const { return theme().accent; }
    [[nodiscard]] QColor onAccent() const { return theme().onAccent; }
    [[nodiscard]] QColor selection() const { return theme().selection; }
    [[nodiscard]] QColor good() const { return theme().good; }
    [[nodiscard]] QColor warning() const { return theme().warning; }
    [[nodiscard]] QColor water() const { return theme().water; }

Q_SIGNALS:
    void changed();

private:
    Appearance m_appearance = System;
};

} // namespace dateline
