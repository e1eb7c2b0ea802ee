#include "store/store.h"

namespace attune::store {

std::unique_ptr<Transaction> begin_when_free(Store& store, const std::function<void()>& meanwhile) {
    for (;;) {
        try {
            return store.begin();
        } catch (const Busy&) {
            meanwhile();
        }
    }
}

}  // namespace attune::store
