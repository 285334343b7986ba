#pragma once

#include "domain/incident.h"

#include <set>

namespace dateline
{

/// The names of places that are kept back, but for those where another incident openly lies.
class SecretNames
{
public:
    void keepBack(const Where &where);
    void tellOpenly(const QString &place);
    /// To be called when all are known, before asking.
    void finish();

    [[nodiscard]] bool isEmpty() const { return m_secret.isEmpty(); }

    /// The first of them that @p text names (see namesIn()); empty if it names none.
    [[nodiscard]] QString namedIn(const QString &text) const;

private:
    struct Folded
    {
        QString name;
        QString folded;
    };
    QList<Folded> m_secret;
    std::set<QString> m_open;
};

} // namespace dateline
