import QtQuick

/** What the keys do while proposals are reviewed, wherever in the desk the keyboard is. */
Item {
    id: root

    required property Session session

    signal titleWanted
    signal kindWanted
    signal placeWanted
    signal timeWanted
    signal joinWanted
    signal splitWanted
    signal done

    Keys.onPressed: event => {
        const shift = (event.modifiers & Qt.ShiftModifier) !== 0
        if (event.modifiers & ~Qt.ShiftModifier || root.session.review.count === 0)
            return
        event.accepted = true
        switch (event.key) {
        case Qt.Key_A:
            if (shift)
                root.session.arrangement.acceptAsNew()
            else
                root.session.arrangement.accept()
            break
        case Qt.Key_X:
        case Qt.Key_Delete:
            root.session.review.reject()
            break
        case Qt.Key_J:
            root.session.review.next()
            break
        case Qt.Key_K:
            root.session.review.previous()
            break
        case Qt.Key_E:
            root.titleWanted()
            break
        case Qt.Key_C:
            root.kindWanted()
            break
        case Qt.Key_P:
            root.placeWanted()
            break
        case Qt.Key_M:
            root.session.review.picking = !root.session.review.picking
            break
        case Qt.Key_T:
            root.timeWanted()
            break
        case Qt.Key_N:
            if (shift)
                root.joinWanted()
            else
                root.session.arrangement.joinNext()
            break
        case Qt.Key_S:
            root.splitWanted()
            break
        case Qt.Key_R:
            root.session.arrangement.restore()
            break
        case Qt.Key_O:
            root.session.openProposalSource()
            break
        default:
            event.accepted = false
        }
    }
}
