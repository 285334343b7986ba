import QtQuick.Controls.Basic

/** Parts two groups of a menu. */
MenuSeparator {
    id: root

    topPadding: 5
    bottomPadding: 5
    contentItem: Hairline {
        implicitWidth: 100
    }
}
