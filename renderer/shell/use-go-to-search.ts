/** Brings the reader to the search box, from wherever he is; the search page focuses it by itself when it is drawn. */
import { useLocation, useNavigate } from 'react-router';
import { PAGES, SEARCH_BOX_ID } from '../addresses.ts';

export function useGoToSearch(): () => void {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  return () => {
    const box = document.getElementById(SEARCH_BOX_ID);
    if (pathname !== PAGES.search || !(box instanceof HTMLInputElement)) {
      navigate(PAGES.search);
      return;
    }
    box.focus();
    box.select();
  };
}
