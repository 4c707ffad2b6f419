"""Connected components: how a tool that only scores pairs is usually made to form clusters."""

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components


def components(records: int, left: npt.ArrayLike, right: npt.ArrayLike) -> npt.NDArray[np.int64]:
    """A component number for each record, given the pairs that are joined."""
    rows, columns = np.asarray(left, dtype=np.int64), np.asarray(right, dtype=np.int64)
    joined = coo_array((np.ones(len(rows), dtype=np.int8), (rows, columns)), shape=(records, records))
    component: npt.NDArray[np.int64] = connected_components(joined, directed=False)[1].astype(np.int64)
    return component
