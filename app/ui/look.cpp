#include "ui/look.h"

#include "ui/settings.h"

#include <QGuiApplication>
#include <QStyleHints>

#include <algorithm>

namespace dateline
{

Look::Look(QObject *parent)
    : QObject(parent)
    , m_appearance(static_cast<Appearance>(std::clamp(settings().value(QStringLiteral("appearance")).toInt(), 0, 2)))
{
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Look::changed);
}

bool Look::isDark() const
{
    if (m_appearance == System)
        return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
    return m_appearance == Dark;
}

const Theme &Look::theme() const
{
    return isDark() ? darkTheme() : lightTheme();
}

void Look::setAppearance(Appearance appearance)
{
    if (appearance == m_appearance)
        return;
    m_appearance = appearance;
    settings().setValue(QStringLiteral("appearance"), static_cast<int>(appearance));
    Q_EMIT changed();
}

QColor Look::kindColour(int kind) const
{
    return colourOf(static_cast<Kind>(std::clamp(kind, 0, kindCount - 1)), theme());
}

void Look::toggle()
{
    setAppearance(isDark() ? Light : Dark);
}

} // namespace dateline
