/** Units and staff by id, for names in lists and for choosing a person. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { EmployeeView, Unit } from '@bihuan/org-contract';
import { api, type ListAnswer } from '../api/client';

const SLOW = 600_000;

/** Every unit of the house. */
export function useUnits(): readonly Unit[] {
  return (
    useQuery({
      queryKey: ['units'],
      queryFn: () => api.get<ListAnswer<Unit>>('/api/units', { 'page[size]': 200 }),
      staleTime: SLOW,
    }).data?.data ?? []
  );
}

/** Name of a unit, a dash until it is known. */
export function useUnitName(): (id: string | null | undefined) => string {
  const units = useUnits();
  return useMemo(() => {
    const names = new Map(units.map(({ id, name }) => [id, name]));
    return (id) => names.get(id ?? '') ?? '—';
  }, [units]);
}

/** Staff, of one unit where it is given. */
export function useEmployees(unitId?: string): readonly EmployeeView[] {
  return (
    useQuery({
      queryKey: ['employees', unitId ?? 'all'],
      queryFn: () => api.get<ListAnswer<EmployeeView>>('/api/employees', { 'filter[unit]': unitId, 'page[size]': 200 }),
      staleTime: SLOW,
    }).data?.data ?? []
  );
}

/** Name of an employee by id. */
export function useEmployeeName(): (id: string | null | undefined) => string | undefined {
  const staff = useEmployees();
  return useMemo(() => {
    const names = new Map(staff.map(({ id, name }) => [id, name]));
    return (id) => names.get(id ?? '');
  }, [staff]);
}
