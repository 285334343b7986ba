// Reads names, one a line, and writes their normal forms, one a line.

#include "places/normalise.h"

#include <QByteArray>
#include <QString>

#include <iostream>
#include <string>

int main()
{
    std::ios::sync_with_stdio(false);
    for (std::string line; std::getline(std::cin, line);) {
        const QByteArray key = dateline::normalised(QString::fromStdString(line)).toUtf8();
        std::cout << key.constData() << '\n';
    }
    return 0;
}
