#include "map/classscale.h"

#include "map/classes.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace dateline
{

namespace
{

struct ClassText
{
    Q_DECLARE_TR_FUNCTIONS(ClassScale)
};

} // namespace

ClassScale::ClassScale(std::vector<double> limits, Values values, const Theme &theme)
    : m_limits(std::move(limits))
    , m_values(values)
{
    const std::size_t count = m_limits.empty() ? 0 : m_limits.size() - 1;
    for (std::size_t i = 0; i < count; ++i)
        m_colours.push_back(classColour(i, count, theme));
}

std::optional<std::size_t> ClassScale::classOf(double value) const
{
    return dateline::classOf(m_limits, value);
}

QStringList ClassScale::texts() const
{
    const auto formatted = [](double value) {
        return QLocale().toString(value, 'f', value < 1 ? static_cast<int>(std::ceil(-std::log10(value))) : 0);
    };
    QStringList texts;
    for (std::size_t i = 0; i + 1 < m_limits.size(); ++i) {
        const double last = m_values == Values::Whole ? m_limits[i + 1] - 1 : m_limits[i + 1];
        texts.append(last > m_limits[i] ? ClassText::tr("%1–%2").arg(formatted(m_limits[i]), formatted(last))
                                        : formatted(last));
    }
    return texts;
}

double areaUnitFor(double perSquareKm)
{
    return perSquareKm > 0 ? std::pow(10, std::max(0.0, std::ceil(-std::log10(perSquareKm)))) : 1;
}

QString perAreaText(double squareKm)
{
    return squareKm > 1 ? ClassText::tr("Incidents per %1 km²").arg(numberText(squareKm))
                        : ClassText::tr("Incidents per km²");
}

QString numberText(double value)
{
    return QLocale().toString(value, 'f', value < 10 ? static_cast<int>(1 - std::floor(std::log10(value))) : 0);
}

} // namespace dateline
